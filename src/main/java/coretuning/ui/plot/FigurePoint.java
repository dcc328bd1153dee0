package coretuning.ui.plot;

/// A place on a figure that the pointer is over, in the figure's logical pixels.
///
/// @param x from the left
/// @param y from the top
/// @param width of the figure
/// @param height of the figure
public record FigurePoint(double x, double y, double width, double height) {}
