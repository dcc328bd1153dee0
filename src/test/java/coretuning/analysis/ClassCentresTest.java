package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassCentresTest {
  // Class 0 at +-60 degrees about the x axis, class 1 on the y axis, class 2 has no image.
  private static final float SINE = (float) Math.sqrt(0.75);
  private static final float[] FEATURES = {0.5f, SINE, 1, -2 * SINE, 0, 3};
  private static final int[] LABELS = {0, 0, 1};

  private final ClassCentres centres = ClassCentres.of(FEATURES, 2, LABELS, 3);

  @Test
  void aFeaturesDistanceIsOneLessItsCosineToTheMeanDirection() {
    assertThat(centres.toOwn()).containsExactly(new double[] {0.5, 0.5, 0}, within(1e-6));
  }

  @Test
  void theNearestOtherCentreIsThatOfTheRivalClass() {
    // Class 0's centre is (1, 0), class 1's (0, 1).
    assertThat(centres.toNearestOther())
        .containsExactly(new double[] {1 - SINE, 1 + SINE, 1}, within(1e-6));
    assertThat(ClassCentres.of(FEATURES, 2, new int[] {0, 0, 0}, 2).toNearestOther())
        .containsOnly(Double.NaN);
  }

  @Test
  void centresAreComparedPairwiseAndAClassWithoutImagesHasNoDistance() {
    double[][] between = centres.between();

    assertThat(between[0][1]).isCloseTo(1, within(1e-6)).isEqualTo(between[1][0]);
    assertThat(between[1][1]).isZero();
    assertThat(between[2]).containsOnly(Double.NaN);
    assertThat(centres.classes()).isEqualTo(3);
  }

  @Test
  void aLabelOutsideTheClassesIsRefused() {
    assertThatThrownBy(() -> ClassCentres.of(FEATURES, 2, new int[] {0, 0, 3}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3");
  }
}
