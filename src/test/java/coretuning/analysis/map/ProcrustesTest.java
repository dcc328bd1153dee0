package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcrustesTest {
  private static final Projection SHAPE = map(new double[] {0, 4, 1, 3}, new double[] {0, 0, 2, 7});

  @Test
  void aRotationAndAShiftAreUndone() {
    // A quarter turn to the left, then 5 to the right.
    Projection turned = map(new double[] {5, 5, 3, -2}, new double[] {0, 4, 1, 3});

    Procrustes motion = Procrustes.of(turned, SHAPE, false);

    assertThat(motion.mirrored()).isFalse();
    assertThat(motion.cosine()).isCloseTo(0, within(1e-12));
    assertThat(motion.sine()).isCloseTo(-1, within(1e-12));
    assertThat(motion.scale()).isEqualTo(1);
    assertThat(motion.residual()).isCloseTo(0, within(1e-12));
    assertSame(motion.apply(turned), SHAPE);
  }

  @Test
  void aMirrorImageIsUndone() {
    Projection mirrored = map(new double[] {0, -4, -1, -3}, new double[] {1, 1, 3, 8});

    Procrustes motion = Procrustes.of(mirrored, SHAPE, false);

    assertThat(motion.mirrored()).isTrue();
    assertThat(motion.residual()).isCloseTo(0, within(1e-12));
    assertSame(motion.apply(mirrored), SHAPE);
  }

  @Test
  void scaleIsUndoneOnRequestOnly() {
    Projection twice = map(new double[] {0, 8, 2, 6}, new double[] {0, 0, 4, 14});

    Procrustes scaled = Procrustes.of(twice, SHAPE, true);

    assertThat(scaled.scale()).isCloseTo(0.5, within(1e-12));
    assertSame(scaled.apply(twice), SHAPE);
    assertThat(Procrustes.of(twice, SHAPE, false).residual()).isGreaterThan(1);
  }

  @Test
  void noOtherRotationLeavesLess() {
    Projection bent = map(new double[] {0.3, 4, 1, 2}, new double[] {0, -1, 2, 6});
    Procrustes best = Procrustes.of(bent, SHAPE, false);

    for (double angle = 0; angle < 2 * Math.PI; angle += 0.01) {
      for (boolean mirrored : new boolean[] {false, true}) {
        var turn = new Procrustes(Math.cos(angle), Math.sin(angle), mirrored, 1, 0, 0, 0);
        Projection turned = turn.apply(bent);
        double squares = 0;
        double shiftX = mean(SHAPE.x()) - mean(turned.x());
        double shiftY = mean(SHAPE.y()) - mean(turned.y());
        for (int i = 0; i < 4; i++) {
          squares += Math.pow(turned.x()[i] + shiftX - SHAPE.x()[i], 2);
          squares += Math.pow(turned.y()[i] + shiftY - SHAPE.y()[i], 2);
        }
        assertThat(Math.sqrt(squares / 4)).isGreaterThanOrEqualTo(best.residual() - 1e-12);
      }
    }
  }

  @Test
  void oneSinglePlaceIsOnlyShifted() {
    Projection place = map(new double[] {9, 9, 9, 9}, new double[] {1, 1, 1, 1});

    Procrustes motion = Procrustes.of(place, SHAPE, true);

    assertThat(motion.apply(place).x()).containsOnly(2);
    assertThat(motion.apply(place).y()).containsOnly(2.25);
    assertThat(motion.scale()).isEqualTo(1);
  }

  @Test
  void settingsAndMeasuresStay() {
    var measured = SHAPE.withMeasures(List.of(new MapMeasure("overlap", 0.5)));

    Projection moved = Procrustes.of(measured, SHAPE, false).apply(measured);

    assertThat(moved.measures()).isEqualTo(measured.measures());
    assertThat(moved.seed()).isEqualTo(3);
  }

  @Test
  void mapsOfOtherImagesAreRefused() {
    Projection two = map(new double[2], new double[2]);
    assertThatThrownBy(() -> Procrustes.of(two, SHAPE, false))
        .hasMessageContaining("2 and 4 points");
  }

  private static Projection map(double[] x, double[] y) {
    return new Projection("t-SNE", 3, 5, 250, x, y);
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }

  private static void assertSame(Projection actual, Projection expected) {
    assertThat(actual.x()).containsExactly(expected.x(), within(1e-12));
    assertThat(actual.y()).containsExactly(expected.y(), within(1e-12));
  }
}
