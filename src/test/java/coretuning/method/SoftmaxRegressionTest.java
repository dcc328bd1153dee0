package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {
  @Test
  void theFirstStepIsSolvedByHand() {
    var head = new SoftmaxRegression(2, 1);
    double[] features = {2};
    assertThat(head.loss(features, new int[] {0})).isCloseTo(Math.log(2), within(1e-12));

    head.learn(features, new int[] {0}, 0.1);

    // p = 1/2 each: weights +-0.1 * 0.5 * 2, biases +-0.1 * 0.5; the logits are +-0.25.
    assertThat(head.loss(features, new int[] {0}))
        .isCloseTo(Math.log(1 + Math.exp(-0.5)), within(1e-12));
  }

  @Test
  void separateClassesAreLearnt() {
    var head = new SoftmaxRegression(3, 2);
    double[] features = {5, 0, 0, 5, -5, -5};
    int[] labels = {0, 1, 2};
    for (int step = 0; step < 200; step++) {
      head.learn(features, labels, 0.1);
    }
    assertThat(head.loss(features, labels)).isLessThan(0.01);
    assertThat(head.loss(features, new int[] {1, 2, 0})).isGreaterThan(3);
  }

  @Test
  void theRateFallsAfterEverySixEpochs() {
    assertThat(SoftmaxRegression.rate(5)).isEqualTo(0.01);
    assertThat(SoftmaxRegression.rate(6)).isCloseTo(0.001, within(1e-15));
    assertThat(SoftmaxRegression.rate(12)).isCloseTo(0.0001, within(1e-15));
  }
}
