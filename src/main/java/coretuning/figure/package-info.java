/// Results drawn with Java2D: the same drawing serves the window, files and the command line.
///
/// Holds figures, axes, palettes and the writers of PNG, SVG, PDF and CSV. Holds no JavaFX, so that
/// a server without a display draws the same picture. May import `spec` for looks, `result` and
/// `file`.
@NullMarked
package coretuning.figure;

import org.jspecify.annotations.NullMarked;
