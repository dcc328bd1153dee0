package coretuning.spec;

/// One cell of a table; it has a run for each seed.
///
/// @param variant its title
/// @param data name of the data set
/// @param rate subset rate, in (0, 1]
public record TableCell(String variant, String data, double rate) {}
