package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import coretuning.result.EpochMetrics;
import coretuning.result.RunControl;
import coretuning.result.StepMetrics;
import coretuning.spec.CoreTuningReading;
import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.testing.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A method that cannot learn 32 images by heart cannot learn at all.
class OverfitTest {
  private static final int MOST_EPOCHS = 60;

  static Stream<MethodSpec> methods() {
    return Stream.concat(
        Arrays.stream(MethodName.values()).map(TinySettings::of),
        Stream.of(MethodSpec.CoreTuning.defaults().with(CoreTuningReading.released())));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void thirtyTwoImagesAreLearntByHeart(MethodSpec method) {
    var control = new RunControl();
    var accuracies = new ArrayList<Double>();
    var listener =
        new TrainingLoop.Listener() {
          @Override
          public void afterStep(TrainingLoop loop, StepMetrics metrics, double imagesPerSecond) {}

          @Override
          public void afterEpoch(TrainingLoop loop, EpochMetrics metrics, EpochTally tally) {
            accuracies.add(metrics.trainTop1());
            if (metrics.trainTop1() == 1) {
              control.stop();
            }
          }
        };
    try (NDManager manager = Tensors.newManager()) {
      TinyTraining.loop(method, 32, 16, MOST_EPOCHS, manager, listener).run(control);
    }

    assertThat(accuracies.getFirst()).isLessThan(0.7);
    assertThat(accuracies.getLast()).isEqualTo(1.0);
  }
}
