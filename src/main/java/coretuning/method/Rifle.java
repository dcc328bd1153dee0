package coretuning.method;

import ai.djl.ndarray.NDArray;
import coretuning.backbone.Classifier;
import coretuning.objective.CrossEntropy;
import coretuning.spec.MethodSpec;
import java.util.random.RandomGenerator;

/// RIFLE (Li et al., ICML 2020): L = L_ce, and the classifier starts anew at the end of each of N
/// equal periods but the last, so that meaningful gradients reach the deep layers again.
///
/// The authors' code resets after the last period too, after the final evaluation: a model saved
/// then is ruined, so that reset is left out.
///
/// Comparability: the authors let the rate of the head follow the backbone's cosine, or a cosine of
/// its own in each period ("cyclic"); here it is the former. The momentum buffers of the classifier
/// are kept, as there. With fewer epochs than periods some periods are empty.
final class Rifle implements Method {
  private final MethodSpec.Rifle spec;
  private final Classifier classifier;

  Rifle(MethodSpec.Rifle spec, Foundation foundation) {
    this.spec = spec;
    classifier = foundation.classifier();
  }

  @Override
  public void beforeEpoch(int epoch, int epochs, RandomGenerator random) {
    if (epoch > 0 && period(epoch, epochs) != period(epoch - 1, epochs)) {
      classifier.reset(random);
    }
  }

  private long period(int epoch, int epochs) {
    return (long) epoch * spec.periods() / epochs;
  }

  @Override
  public StepOutcome loss(StepInput in) {
    NDArray logits = in.classifier().logits(in.features());
    return StepOutcome.of(
        logits, new Addend("cross-entropy", 1, CrossEntropy.ofLabels(logits, in.labels())));
  }
}
