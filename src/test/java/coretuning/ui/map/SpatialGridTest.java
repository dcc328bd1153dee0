package coretuning.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpatialGridTest {
  private static PointCloud cloud(int n, double flatness, long seed) {
    var random = new SplittableRandom(seed);
    var x = new double[n];
    var y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = 20 * random.nextDouble() - 10;
      y[i] = flatness * random.nextGaussian();
    }
    return new PointCloud(x, y);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 1, 500})
  void theNearestIsThatOfALoopOverAll(double flatness) {
    PointCloud points = cloud(700, flatness, 1);
    var grid = new SpatialGrid(points);
    var random = new SplittableRandom(2);
    for (int trial = 0; trial < 300; trial++) {
      double px = 24 * random.nextDouble() - 12;
      double py = 1.5 * flatness * random.nextGaussian();
      double reach = 3 * random.nextDouble();
      int odd = trial % 2;
      int best = -1;
      double least = reach;
      for (int i = 0; i < 700; i++) {
        double distance = Math.hypot(points.x()[i] - px, points.y()[i] - py);
        if (i % 2 == odd && distance < least) {
          least = distance;
          best = i;
        }
      }
      assertThat(grid.nearest(px, py, reach, row -> row % 2 == odd))
          .isEqualTo(best < 0 ? OptionalInt.empty() : OptionalInt.of(best));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 1, 500})
  void theRowsInsideAnOutlineAreThoseOfALoopOverAll(double flatness) {
    PointCloud points = cloud(700, flatness, 3);
    var grid = new SpatialGrid(points);
    var random = new SplittableRandom(4);
    for (int trial = 0; trial < 50; trial++) {
      int corners = 3 + random.nextInt(8);
      var x = random.doubles(corners, -12, 12).toArray();
      var y = random.doubles(corners, -2 * flatness, 2 * flatness).toArray();
      var outline = new Outline(x, y);
      var expected = new BitSet();
      for (int i = 0; i < 700; i++) {
        expected.set(i, outline.contains(points.x()[i], points.y()[i]));
      }
      assertThat(grid.inside(outline, row -> true)).isEqualTo(expected);
    }
  }

  @Test
  void pointsThatLieNowhereAreNeverFound() {
    var points = new PointCloud(new double[] {0, Double.NaN, 1}, new double[] {0, 0, 1});
    var grid = new SpatialGrid(points);
    assertThat(grid.inside(Outline.rectangle(-9, -9, 9, 9), row -> true).stream())
        .containsExactly(0, 2);
    assertThat(new SpatialGrid(PointCloud.EMPTY).nearest(0, 0, 1, row -> true)).isEmpty();
  }

  @Test
  void ofPointsAtOnePlaceTheLowestIsHit() {
    var points = new PointCloud(new double[] {5, 5, 5}, new double[] {2, 2, 2});
    var grid = new SpatialGrid(points);
    assertThat(grid.nearest(5, 2, 1, row -> true)).hasValue(0);
    assertThat(grid.nearest(5, 2, 1, row -> row > 0)).hasValue(1);
  }

  @Test
  void whatALassoCrossesTwiceIsOutside() {
    // A bow tie: its two wings are inside, above and below its knot is not.
    var tie = new Outline(new double[] {-2, 2, 2, -2}, new double[] {-1, 1, -1, 1});
    assertThat(tie.contains(-1.5, 0)).isTrue();
    assertThat(tie.contains(1.5, 0)).isTrue();
    assertThat(tie.contains(0, 0.8)).isFalse();
  }
}
