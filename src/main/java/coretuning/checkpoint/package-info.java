/// Weights in and out of files: names, shapes, what matched and what did not.
///
/// Holds the translation between named arrays and files, the table of layouts that other people's
/// checkpoints come in, the search for a backbone in them, and the check that it fits. Holds no
/// training state beyond arrays and no file format: those are `safetensors`'s and `pickle`'s. May
/// import `spec`, `result`, `safetensors`, `pickle`, `tensor`, `backbone`.
@NullMarked
package coretuning.checkpoint;

import org.jspecify.annotations.NullMarked;
