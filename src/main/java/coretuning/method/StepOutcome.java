package coretuning.method;

import ai.djl.ndarray.NDArray;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.LossTerm;
import coretuning.tensor.Transfer;
import java.util.List;

/// What a method says of one batch.
///
/// @param addends of the objective; the same names, in the same order, in every step
/// @param logits `[N, K]` of the originals, for the training accuracy; without gradient
/// @param pairs one for each anchor; empty if nothing was mined
/// @param weights likewise
public record StepOutcome(
    List<Addend> addends, NDArray logits, List<HardPair> pairs, List<FocalWeight> weights) {
  public StepOutcome {
    addends = List.copyOf(addends);
    pairs = List.copyOf(pairs);
    weights = List.copyOf(weights);
  }

  /// A method that mines nothing.
  static StepOutcome of(NDArray logits, Addend... addends) {
    return new StepOutcome(List.of(addends), logits.stopGradient(), List.of(), List.of());
  }

  /// The objective, a scalar with gradient, nats. Each call adds it up anew.
  public NDArray loss() {
    return Addend.sum(addends);
  }

  /// Values of the addends, unweighted.
  public List<LossTerm> terms() {
    return addends.stream()
        .map(each -> new LossTerm(each.name(), Transfer.toDouble(each.value())))
        .toList();
  }
}
