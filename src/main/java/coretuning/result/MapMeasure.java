package coretuning.result;

/// A number that says how far a map can be trusted, to be shown beside it.
///
/// @param name e.g. `trustworthiness (k = 10)`
/// @param value may be NaN where there was nothing to measure
public record MapMeasure(String name, double value) {}
