package coretuning.figure;

/// A point of a scatter plot that is drawn large, above all others, and named in the legend.
///
/// @param index row of the point
/// @param mark its form
/// @param name e.g. `hardest negative`
public record Highlight(int index, Mark mark, String name) {}
