package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepHistoryTest {
  @Test
  void fewStepsAreAllKept() {
    var history = new StepHistory();
    history.add(1, 2.5);
    history.add(2, Double.NaN);
    assertThat(history.steps()).containsExactly(1, 2);
    assertThat(history.losses()).containsExactly(2.5, Double.NaN);
  }

  @Test
  void manyStepsAreThinnedEvenlyOverTheWholeRun() {
    var history = new StepHistory();
    for (int step = 1; step <= 100_000; step++) {
      history.add(step, step);
    }
    double[] steps = history.steps();
    assertThat(history.size()).isBetween(2048, 4096);
    assertThat(steps[0]).isEqualTo(1);
    double stride = steps[1] - steps[0];
    for (int i = 1; i < steps.length; i++) {
      assertThat(steps[i] - steps[i - 1]).isEqualTo(stride);
    }
    assertThat(100_000 - steps[steps.length - 1]).isLessThan(stride);
    assertThat(history.losses()).isEqualTo(steps);
  }
}
