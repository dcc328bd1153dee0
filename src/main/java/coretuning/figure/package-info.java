/// Results drawn with Java2D: the same drawing serves the window, the PNG file and the command
/// line.
///
/// Holds figures, axes, palettes and the PNG writer. Holds no JavaFX, so that a server without a
/// display draws the same picture. May import `result` and `file`.
@NullMarked
package coretuning.figure;

import org.jspecify.annotations.NullMarked;
