package coretuning.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Embedding;
import coretuning.result.Part;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static Embedding embedding(int[] samples, int... predictions) {
    int n = samples.length;
    return new Embedding(
        1, Part.TEST, samples, new int[n], predictions, new float[n], 1, new float[n]);
  }

  @Test
  void predictionsAreFixedBrokenOrStay() {
    int[] samples = {40, 30, 20, 10};
    var difference = new Difference(embedding(samples, 0, 0, 1, 1), embedding(samples, 0, 1, 0, 2));
    int[] kinds = difference.predictions();
    assertThat(kinds)
        .containsExactly(
            Difference.RIGHT_IN_BOTH,
            Difference.BROKEN,
            Difference.FIXED,
            Difference.WRONG_IN_BOTH);
    assertThat(difference.samples(kinds, Difference.FIXED).stream()).containsExactly(20);
  }

  @Test
  void movesAreSeenFromTheOwnCentre() {
    float[] before = {0.5f, 0.5f, 0.5f};
    float[] after = {0.4f, 0.6f, 0.5f};
    assertThat(Difference.moves(before, after))
        .containsExactly(Difference.NEARER, Difference.FARTHER, Difference.AS_FAR);
  }

  @Test
  void otherSamplesCannotBeCompared() {
    Embedding one = embedding(new int[] {1, 2}, 0, 0);
    Embedding other = embedding(new int[] {2, 1}, 0, 0);
    assertThatThrownBy(() -> new Difference(one, other))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
