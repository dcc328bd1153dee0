package coretuning.result;

/// A two-dimensional map of an embedding; rows follow the embedding's.
///
/// @param method e.g. `t-SNE`
/// @param seed of the initial layout
/// @param perplexity effective number of neighbours, as used (after capping to the sample count)
/// @param iterations as run
/// @param x `[N]`
/// @param y `[N]`
public record Projection(
    String method, long seed, double perplexity, int iterations, double[] x, double[] y) {}
