package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuadTreeTest {
  @Test
  void withoutThetaEveryPairCounts() {
    var random = new Random(1);
    double[] points = random.doubles(2 * 700, -20, 20).toArray();

    assertClose(points, 0, 1e-12);
  }

  @Test
  void distantSquaresActAsOnePoint() {
    var random = new Random(2);
    double[] points = random.doubles(2 * 700, -20, 20).toArray();

    assertClose(points, 0.5, 0.03);
  }

  @Test
  void pointsAtOnePlaceAreExact() {
    // Three places, a hundred points each: at two of them they differ only in the index.
    var points = new double[2 * 300];
    for (int i = 0; i < 300; i++) {
      points[2 * i] = i % 3 == 1 ? 5 : 0;
      points[2 * i + 1] = i % 3 == 2 ? -3 : 0;
    }

    assertClose(points, 0, 1e-12);
    assertClose(points, 0.5, 1e-12);
  }

  @Test
  void allPointsAtOnePlaceRepelNoOne() {
    var tree = new QuadTree(50, 0.5);
    tree.build(new double[100]);
    var forces = new double[100];
    var normalisers = new double[50];

    tree.repel(0, forces, normalisers);

    assertThat(forces).containsOnly(0);
    assertThat(normalisers[tree.point(0)]).isEqualTo(49);
  }

  @Test
  void everyPointIsOnTheCurveOnce() {
    var tree = new QuadTree(500, 0.5);
    tree.build(new Random(3).doubles(1000, 0, 1e-9).toArray());
    var seen = new BitSet();
    for (int s = 0; s < 500; s++) {
      seen.set(tree.point(s));
    }

    assertThat(seen.cardinality()).isEqualTo(500);
  }

  @Test
  void aThetaThatCouldSwallowThePointItselfIsRefused() {
    assertThatThrownBy(() -> new QuadTree(10, 0.8)).hasMessageContaining("[0, 0.7]");
    assertThatThrownBy(() -> new QuadTree(1 << 24, 0.5)).hasMessageContaining("8388608");
  }

  private static void assertClose(double[] points, double theta, double tolerance) {
    int n = points.length / 2;
    var tree = new QuadTree(n, theta);
    tree.build(points);
    var forces = new double[2 * n];
    var normalisers = new double[n];
    for (int s = 0; s < n; s++) {
      tree.repel(s, forces, normalisers);
    }
    double error = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      double x = 0;
      double y = 0;
      for (int j = 0; j < n; j++) {
        double q = NaiveTsne.weight(points, i, j);
        sum += j == i ? 0 : q;
        x += q * q * (points[2 * i] - points[2 * j]);
        y += q * q * (points[2 * i + 1] - points[2 * j + 1]);
      }
      assertThat(normalisers[i]).isCloseTo(sum, within(tolerance * sum + 1e-12));
      error += Math.pow(forces[2 * i] - x, 2) + Math.pow(forces[2 * i + 1] - y, 2);
      squares += x * x + y * y;
    }
    assertThat(Math.sqrt(error / squares)).isLessThan(2 * tolerance);
  }
}
