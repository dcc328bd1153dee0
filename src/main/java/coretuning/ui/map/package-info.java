/// An interactive map of many samples: points, colours, selection with rectangle and lasso.
///
/// Holds the control, what it draws points with (a pixel buffer, never a node for each point),
/// where points lie (viewport, grid) and the legends of its colours. Knows rows of coordinates and
/// colours, not runs or samples: views above it translate. May import `result`, `figure` (colours)
/// and `ui.support`. Everything but the control and the legends works without a toolkit, so that it
/// can be tested without a window.
@NullMarked
package coretuning.ui.map;

import org.jspecify.annotations.NullMarked;
