package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HypersphereTest {
  /// Features are stored as floats, the golden values were computed in doubles.
  private static final Offset<Double> FLOAT = within(2e-6);

  private static final float[] POINTS = {3, 4, 0, 4, 3, 0, 0, 3, 4, 0, 4, 3, 1, 2, 2};

  /// Each point with its first two coordinates swapped.
  private static final float[] PARTNERS = {4, 3, 0, 3, 4, 0, 3, 0, 4, 4, 0, 3, 2, 1, 2};

  @Test
  void bothMatchTheGoldenValues() {
    assertThat(Hypersphere.alignment(POINTS, PARTNERS, 3)).isCloseTo(0.476444444, FLOAT);
    assertThat(Hypersphere.uniformity(POINTS, 3)).isCloseTo(-0.819166720, FLOAT);
  }

  @Test
  void oneSinglePointIsAlignedAndNotUniform() {
    float[] same = {2, 0, 2, 0, 2, 0};

    assertThat(Hypersphere.alignment(same, same, 2)).isZero();
    assertThat(Hypersphere.uniformity(same, 2)).isCloseTo(0, FLOAT);
  }

  @Test
  void oppositePointsAreAsFarAsCanBe() {
    assertThat(Hypersphere.alignment(new float[] {1, 0}, new float[] {-3, 0}, 2))
        .isCloseTo(4, FLOAT);
    assertThat(Hypersphere.uniformity(new float[] {1, 0, -3, 0}, 2)).isCloseTo(-8, FLOAT);
  }

  @Test
  void tooFewRowsAreRefused() {
    assertThatThrownBy(() -> Hypersphere.uniformity(new float[] {1, 0}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("uniformity needs at least 2 rows, got 1");
    assertThatThrownBy(() -> Hypersphere.alignment(POINTS, new float[] {1, 0, 0}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 15 and 3 values");
  }
}
