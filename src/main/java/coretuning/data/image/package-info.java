/// Image files and pixels: decoding, completeness, resizing.
///
/// Holds what turns a file into red, green and blue bytes and bytes into a square of a given size.
/// Holds no labels and no data sets. May import `result`; the only package below the user interface
/// that decodes image files.
@NullMarked
package coretuning.data.image;

import org.jspecify.annotations.NullMarked;
