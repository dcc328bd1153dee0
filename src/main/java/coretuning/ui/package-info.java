/// The window: start-up, wiring, menu, status bar.
///
/// Holds what joins the features; everything they work with comes in as one
/// [coretuning.ui.Equipment]. Holds no training and no files of its own. May import every package
/// of `ui`, and what those may import.
@NullMarked
package coretuning.ui;

import org.jspecify.annotations.NullMarked;
