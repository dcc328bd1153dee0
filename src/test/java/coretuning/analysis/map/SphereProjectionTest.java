package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.result.SphereView;
import org.junit.jupiter.api.Test;

class SphereProjectionTest {
  @Test
  void featuresOfTheRightDimensionAreOnlyScaled() {
    SphereView circle = SphereProjection.circle(new float[] {3, 4, 0, -2, 0, 0}, 2);

    assertThat(circle.coordinates()[0]).containsExactly(new double[] {0.6, 0, 0}, within(1e-7));
    assertThat(circle.coordinates()[1]).containsExactly(new double[] {0.8, -1, 0}, within(1e-7));
    assertThat(circle.explainedShare()).isEqualTo(1);
    SphereView sphere = SphereProjection.sphere(new float[] {0, 0, 5, 1, 2, 2}, 3);
    assertThat(sphere.coordinates()[2]).containsExactly(new double[] {1, 2.0 / 3}, within(1e-7));
  }

  @Test
  void moreFeaturesAreSeenByTheirPrincipalComponents() {
    // Opposite pairs along the first two axes, the fifth point a little along the third.
    float[] features = {1, 0, 0, -1, 0, 0, 0, 0.9f, 0, 0, -0.9f, 0};

    SphereView circle = SphereProjection.circle(features, 3);

    for (int i = 0; i < 4; i++) {
      assertThat(Math.hypot(circle.coordinates()[0][i], circle.coordinates()[1][i]))
          .isCloseTo(1, within(1e-12));
    }
    assertThat(circle.explainedShare()).isCloseTo(1, within(1e-12));
    SphereView sphere = SphereProjection.sphere(Clouds.classes(200, 20, 4, 1), 20);
    assertThat(sphere.coordinates()).hasNumberOfRows(3);
    assertThat(sphere.explainedShare()).isBetween(0.1, 0.999);
  }

  @Test
  void whatHasNoDirectionStaysInTheMiddle() {
    SphereView same = SphereProjection.circle(new float[] {1, 2, 3, 1, 2, 3}, 3);

    assertThat(same.coordinates()[0]).containsExactly(0, 0);
    assertThat(same.explainedShare()).isNaN();
  }

  @Test
  void tooFewFeaturesAreRefused() {
    assertThatThrownBy(() -> SphereProjection.sphere(new float[4], 2))
        .hasMessageContaining("3 coordinates need at least as many features, got 2");
    assertThatThrownBy(() -> new SphereView(new double[1][4], 1)).hasMessageContaining("got 1");
  }
}
