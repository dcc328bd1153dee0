package coretuning.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PredictionsTest {
  @Test
  void theHighestScoreWinsWithItsSoftmaxProbability() {
    float[] logits = {1, 3, 2, 0, 0, 0, -5, -7, -4};

    Predictions predictions = Predictions.of(new Outputs(0, new float[0], 3, logits));

    assertThat(predictions.classes()).containsExactly(1, 0, 2);
    assertThat(predictions.confidences()[0])
        .isCloseTo(
            (float) (Math.exp(3) / (Math.exp(1) + Math.exp(3) + Math.exp(2))), within(1e-6f));
    assertThat(predictions.confidences()[1]).isCloseTo(1 / 3f, within(1e-6f));
  }

  @Test
  void largeScoresDoNotOverflow() {
    Predictions predictions =
        Predictions.of(new Outputs(0, new float[0], 2, new float[] {3e4f, -3e4f}));

    assertThat(predictions.confidences()).containsExactly(1);
  }

  @Test
  void theLossOfALabelIsItsNegativeLogProbability() {
    float[] logits = {1, 3, 2, 0, 0, 0};

    float[] losses = Predictions.losses(new Outputs(0, new float[0], 3, logits), new int[] {2, 0});

    assertThat((double) losses[0])
        .isCloseTo(
            -Math.log(Math.exp(2) / (Math.exp(1) + Math.exp(3) + Math.exp(2))), within(1e-6));
    assertThat((double) losses[1]).isCloseTo(Math.log(3), within(1e-6));
  }

  @Test
  void theLossOfAHopelessLabelIsLargeButFinite() {
    float[] losses =
        Predictions.losses(
            new Outputs(0, new float[0], 2, new float[] {3e4f, -3e4f}), new int[] {1});

    assertThat(losses).containsExactly(6e4f);
  }
}
