package coretuning.result;

import java.util.List;

/// What one batch reports.
///
/// @param step batches so far, counted from 1 over the whole run
/// @param epoch counted from 1
/// @param loss total objective, nats
/// @param terms its addends, unweighted
/// @param learningRate rate of the backbone at this step
public record StepMetrics(
    long step, int epoch, double loss, List<LossTerm> terms, double learningRate) {
  public StepMetrics {
    terms = List.copyOf(terms);
  }
}
