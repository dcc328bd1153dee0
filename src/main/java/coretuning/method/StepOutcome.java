package coretuning.method;

import ai.djl.ndarray.NDArray;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.LossTerm;
import java.util.List;

/// What a method says of one batch.
///
/// @param loss the total objective, a scalar with gradient, nats
/// @param logits `[N, K]` of the originals, for the training accuracy; without gradient
/// @param terms addends of the loss, unweighted; the same names, in the same order, in every step
/// @param pairs one for each anchor; empty if nothing was mined
/// @param weights likewise
public record StepOutcome(
    NDArray loss,
    NDArray logits,
    List<LossTerm> terms,
    List<HardPair> pairs,
    List<FocalWeight> weights) {
  public StepOutcome {
    terms = List.copyOf(terms);
    pairs = List.copyOf(pairs);
    weights = List.copyOf(weights);
  }
}
