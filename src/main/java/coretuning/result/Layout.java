package coretuning.result;

/// A map that is still being computed; for a live picture.
///
/// @param iterations made so far
/// @param x `[N]`, a copy
/// @param y `[N]`, a copy
public record Layout(int iterations, double[] x, double[] y) {}
