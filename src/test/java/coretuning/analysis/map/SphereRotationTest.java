package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import coretuning.result.SphereView;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SphereRotationTest {

  private static SphereView scattered(int n, boolean isFlat) {
    var random = new Random(n);
    var points = new double[3][n];
    for (int i = 0; i < n; i++) {
      double norm = 0;
      for (int axis = 0; axis < 3; axis++) {
        points[axis][i] = isFlat && axis == 2 ? 0 : random.nextGaussian();
        norm += points[axis][i] * points[axis][i];
      }
      for (int axis = 0; axis < 3; axis++) {
        points[axis][i] /= Math.sqrt(norm);
      }
    }
    return new SphereView(points, 0.7);
  }

  /// Turned about two axes and mirrored.
  private static SphereView moved(SphereView view) {
    double[][] p = view.coordinates();
    var q = new double[3][p[0].length];
    for (int i = 0; i < p[0].length; i++) {
      double x = Math.cos(0.7) * p[0][i] - Math.sin(0.7) * p[1][i];
      double y = Math.sin(0.7) * p[0][i] + Math.cos(0.7) * p[1][i];
      q[0][i] = x;
      q[1][i] = Math.cos(1.9) * y - Math.sin(1.9) * p[2][i];
      q[2][i] = -(Math.sin(1.9) * y + Math.cos(1.9) * p[2][i]);
    }
    return new SphereView(q, view.explainedShare());
  }

  private static void assertSame(SphereView view, SphereView expected) {
    for (int axis = 0; axis < 3; axis++) {
      assertThat(view.coordinates()[axis])
          .usingComparatorWithPrecision(1e-9)
          .containsExactly(expected.coordinates()[axis]);
    }
  }

  @Test
  void aViewThatWasTurnedAndMirroredIsLaidBack() {
    SphereView target = scattered(40, false);

    SphereRotation back = SphereRotation.of(moved(target), target);

    assertSame(back.apply(moved(target)), target);
    assertThat(back.apply(target).explainedShare()).isEqualTo(0.7);
  }

  @Test
  void pointsOnOneGreatCircleAreEnough() {
    SphereView target = scattered(15, true);

    assertSame(SphereRotation.of(moved(target), target).apply(moved(target)), target);
  }

  @Test
  void itIsTheClosestOfAllRotations() {
    SphereView target = scattered(30, false);
    SphereView other = scattered(31, false);
    var cut = new double[3][];
    for (int axis = 0; axis < 3; axis++) {
      cut[axis] = Arrays.copyOf(other.coordinates()[axis], 30);
    }
    SphereView moving = new SphereView(cut, 1);
    SphereView best = SphereRotation.of(moving, target).apply(moving);
    var random = new Random(5);

    for (int trial = 0; trial < 200; trial++) {
      double angle = 0.2 * random.nextGaussian();
      int axis = random.nextInt(3);
      assertThat(agreement(turned(best, axis, angle), target))
          .isLessThanOrEqualTo(agreement(best, target) + 1e-12);
    }
  }

  private static SphereView turned(SphereView view, int axis, double angle) {
    double[][] p = view.coordinates();
    var q = new double[][] {p[0].clone(), p[1].clone(), p[2].clone()};
    int a = (axis + 1) % 3;
    int b = (axis + 2) % 3;
    for (int i = 0; i < p[0].length; i++) {
      q[a][i] = Math.cos(angle) * p[a][i] - Math.sin(angle) * p[b][i];
      q[b][i] = Math.sin(angle) * p[a][i] + Math.cos(angle) * p[b][i];
    }
    return new SphereView(q, 1);
  }

  private static double agreement(SphereView a, SphereView b) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      for (int i = 0; i < a.coordinates()[axis].length; i++) {
        sum += a.coordinates()[axis][i] * b.coordinates()[axis][i];
      }
    }
    return sum;
  }

  @Test
  void pointsOnOneLineStayWhereTheyAre() {
    SphereView line = new SphereView(new double[][] {{1, -1}, {0, 0}, {0, 0}}, 1);

    assertSame(SphereRotation.of(line, scattered(2, false)).apply(line), line);
  }

  @Test
  void viewsOfOtherImagesAndCirclesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SphereRotation.of(scattered(3, false), scattered(4, false)))
        .withMessageContaining("got 3 and 4 points");
    SphereView circle = new SphereView(new double[2][3], 1);
    assertThatIllegalArgumentException().isThrownBy(() -> SphereRotation.of(circle, circle));
  }
}
