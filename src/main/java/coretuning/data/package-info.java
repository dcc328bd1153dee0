/// The images: one reader per format, and one way to hold what they read.
///
/// Holds readers, the pixel cache, the split into training, validation and test images, and
/// class-balanced subsets. Holds no augmentation and no tensors: images leave as bytes. May import
/// `spec`, `result` and `file`; the only package below the user interface that decodes image files.
@NullMarked
package coretuning.data;

import org.jspecify.annotations.NullMarked;
