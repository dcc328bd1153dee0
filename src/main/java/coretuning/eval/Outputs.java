package coretuning.eval;

/// What a model says of some images.
///
/// @param dimension D
/// @param features `[N, D]` row-major, as pooled by the backbone
/// @param classes K; 0 where there is no classifier
/// @param logits `[N, K]` row-major
public record Outputs(int dimension, float[] features, int classes, float[] logits) {}
