/// Figures in the window.
///
/// Holds the node that shows a [coretuning.figure.Figure] and keeps it sharp at any size. Holds no
/// drawing: that is Java2D in `figure`, so that window, file and command line show the same. May
/// import `spec`, `result`, `figure` and `ui.support`.
@NullMarked
package coretuning.ui.plot;

import org.jspecify.annotations.NullMarked;
