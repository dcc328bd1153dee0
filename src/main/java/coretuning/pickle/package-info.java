/// PyTorch's own files, read without Python and without running anything that is in them.
///
/// Holds the unpickler with its list of allowed names, the containers around it (the zip format of
/// `torch.save` since 1.6, the stream before it, a bare pickle), lazily read tensors and a writer
/// of the zip format. Holds no device tensors and no meaning of names: those are `checkpoint`'s.
/// May import `result` and `file`. A pickle is a program for a small stack machine; this package
/// follows only what state dicts are made of and refuses the rest by its full name.
@NullMarked
package coretuning.pickle;

import org.jspecify.annotations.NullMarked;
