package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import coretuning.result.EpochMetrics;
import coretuning.result.RunControl;
import coretuning.result.StepMetrics;
import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.testing.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A method whose own part is switched off is CE-tuning, to the last bit.
class ReductionTest {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CORE_TUNING")
  void withoutItsOwnPartAMethodIsCeTuning(MethodName method) {
    List<Double> losses = losses(TinySettings.withoutEffect(method));

    assertThat(losses).hasSize(6).doesNotHaveDuplicates();
    assertThat(losses).isEqualTo(losses(new MethodSpec.CeTuning()));
  }

  private static List<Double> losses(MethodSpec method) {
    var losses = new ArrayList<Double>();
    var listener =
        new TrainingLoop.Listener() {
          @Override
          public void afterStep(TrainingLoop loop, StepMetrics metrics, double imagesPerSecond) {
            losses.add(metrics.loss());
          }

          @Override
          public void afterEpoch(TrainingLoop loop, EpochMetrics metrics, EpochTally tally) {}
        };
    try (NDManager manager = Tensors.newManager()) {
      TinyTraining.loop(method, 32, 16, 3, manager, listener).run(new RunControl());
    }
    return losses;
  }
}
