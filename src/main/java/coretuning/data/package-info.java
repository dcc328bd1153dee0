/// The images: opened by whichever reader fits, and one way to hold what it read.
///
/// Holds the pixel cache, archives, the split into training, validation and test images, and
/// class-balanced subsets. Holds no augmentation and no tensors: images leave as bytes. May import
/// `spec`, `result`, `file`, `data.format` (how data sets lie on disk) and `data.image` (decoding).
@NullMarked
package coretuning.data;

import org.jspecify.annotations.NullMarked;
