/// The safetensors format: named tensors in one file that cannot run code.
///
/// Holds reader, writer and the immutable value between them, in plain Java. Holds no device
/// tensors and no meaning of names: those are `checkpoint`'s. May import `result` and `file`; with
/// `store` the only door of the JSON library.
@NullMarked
package coretuning.safetensors;

import org.jspecify.annotations.NullMarked;
