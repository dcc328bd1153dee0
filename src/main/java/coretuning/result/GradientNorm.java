package coretuning.result;

/// How strongly one addend of an objective pulls at the features.
///
/// @param addend its name, as in [LossTerm]
/// @param norm Euclidean norm of d(weight * value) / dZ over the whole `[N, D]` batch of raw pooled
///   features Z; 0 for an addend that does not depend on them, such as a penalty of weights
public record GradientNorm(String addend, double norm) {}
