package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepHistoryTest {
  @Test
  void fewStepsAreAllKept() {
    var history = new StepHistory();
    history.add(1, 1, 2.5);
    history.add(2, 1, Double.NaN);
    assertThat(history.steps()).containsExactly(1, 2);
    assertThat(history.losses()).containsExactly(2.5, Double.NaN);
  }

  @Test
  void manyStepsAreThinnedEvenlyOverTheWholeRun() {
    var history = new StepHistory();
    for (int step = 1; step <= 100_000; step++) {
      history.add(step, (step - 1) / 1000 + 1, step);
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

  @Test
  void stepsAndEpochsLeadToEachOther() {
    var history = new StepHistory();
    assertThat(history.epochAt(1)).isEmpty();
    assertThat(history.lastStepOf(1)).isEmpty();
    for (int step = 1; step <= 30; step++) {
      history.add(step, (step - 1) / 10 + 1, 0);
    }
    assertThat(history.epochAt(1)).hasValue(1);
    assertThat(history.epochAt(10)).hasValue(1);
    assertThat(history.epochAt(11)).hasValue(2);
    assertThat(history.epochAt(30)).hasValue(3);
    assertThat(history.epochAt(0)).isEmpty();
    assertThat(history.epochAt(31)).isEmpty();
    assertThat(history.lastStepOf(2)).hasValue(20);
    assertThat(history.lastStepOf(4)).isEmpty();
  }

  @Test
  void betweenThinnedStepsTheNearerOneTells() {
    var history = new StepHistory();
    for (int step = 1; step <= 10_000; step++) {
      history.add(step, (step - 1) / 100 + 1, 0);
    }
    for (int epoch = 1; epoch < 100; epoch++) {
      assertThat(history.epochAt(100 * epoch - 50)).hasValue(epoch);
      assertThat(history.lastStepOf(epoch).orElseThrow())
          .isBetween(100.0 * epoch - 4, 100.0 * epoch);
    }
  }
}
