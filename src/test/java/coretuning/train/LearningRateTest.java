package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.spec.ScheduleSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateTest {
  @Test
  void cosineFallsFromTheInitialRateToHalfAtTheMiddle() {
    var rate = new LearningRate(new ScheduleSpec.Cosine(0), 0.1, 10);

    assertThat(rate.at(0)).isEqualTo(0.1);
    assertThat(rate.at(5)).isCloseTo(0.05, within(1e-15));
    assertThat(rate.at(9)).isCloseTo(0.1 * 0.5 * (1 + Math.cos(0.9 * Math.PI)), within(1e-15));
  }

  @Test
  void warmUpClimbsInEqualStepsAndTheCosineBeginsAfterIt() {
    var rate = new LearningRate(new ScheduleSpec.Cosine(3), 0.4, 7);

    assertThat(rate.at(0)).isCloseTo(0.1, within(1e-15));
    assertThat(rate.at(1)).isCloseTo(0.2, within(1e-15));
    assertThat(rate.at(2)).isCloseTo(0.3, within(1e-15));
    assertThat(rate.at(3)).isEqualTo(0.4);
    assertThat(rate.at(5)).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void stepsMultiplyAtEachMilestone() {
    var rate = new LearningRate(new ScheduleSpec.Step(List.of(2, 4), 0.1, 0), 1, 6);

    assertThat(rate.at(1)).isEqualTo(1);
    assertThat(rate.at(2)).isCloseTo(0.1, within(1e-15));
    assertThat(rate.at(5)).isCloseTo(0.01, within(1e-15));
  }

  @Test
  void aConstantRateStays() {
    var rate = new LearningRate(new ScheduleSpec.Constant(0), 0.3, 4);

    assertThat(rate.at(3)).isEqualTo(0.3);
  }
}
