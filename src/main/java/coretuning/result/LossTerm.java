package coretuning.result;

/// One addend of an objective, before its weight.
///
/// @param name as in the paper's formula, e.g. `mixed cross-entropy`, `focal contrastive`
/// @param value mean over the batch, nats
public record LossTerm(String name, double value) {}
