package coretuning.method;

import ai.djl.ndarray.NDArray;
import coretuning.objective.CrossEntropy;
import coretuning.objective.WeightPenalty;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Autograd;
import java.util.List;

/// L2-SP (Li et al., ICML 2018): L = L_ce + a/2 ||w - w0||^2 + b/2 ||u||^2.
///
/// w are all learnt weights of the backbone, those of BatchNorm too, w0 the same before training, u
/// those of the classifier. The penalties take the place of weight decay, which acts on neither.
///
/// Comparability: the Transfer-Learning-Library learns the head at ten times the backbone's rate,
/// for 20 epochs of 500 batches of 48 with a drop after 12; here rate, factor and length are those
/// of the experiment, alike for every method.
final class L2Sp implements Method {
  private final MethodSpec.L2Sp spec;
  private final List<NDArray> weights;
  private final List<NDArray> start;
  private final List<NDArray> head;

  L2Sp(MethodSpec.L2Sp spec, Foundation foundation) {
    this.spec = spec;
    weights = foundation.backbone().parameters().trainable();
    start = Autograd.withoutRecording(() -> weights.stream().map(NDArray::duplicate).toList());
    head = foundation.classifier().parameters().trainable();
  }

  @Override
  public boolean decaysWeights() {
    return false;
  }

  @Override
  public StepOutcome loss(StepInput in) {
    NDArray logits = in.classifier().logits(in.features());
    return StepOutcome.of(
        logits,
        new Addend("cross-entropy", 1, CrossEntropy.ofLabels(logits, in.labels())),
        new Addend(
            "distance from start",
            spec.startPenalty(),
            WeightPenalty.fromStart(logits, weights, start)),
        new Addend("head norm", spec.headPenalty(), WeightPenalty.ofNorm(logits, head)));
  }
}
