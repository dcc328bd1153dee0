package coretuning.method;

import ai.djl.ndarray.NDArray;
import coretuning.objective.CrossEntropy;

/// Plain fine-tuning of all weights: L = L_ce, the cross-entropy of the classifier.
final class CeTuning implements Method {
  @Override
  public StepOutcome loss(StepInput in) {
    NDArray logits = in.classifier().logits(in.features());
    NDArray loss = CrossEntropy.ofLabels(logits, in.labels());
    return StepOutcome.of(logits, new Addend("cross-entropy", 1, loss));
  }
}
