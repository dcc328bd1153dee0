package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.analysis.SymmetricEigen;
import coretuning.analysis.UnitRows;
import coretuning.result.Projection;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  /// Unit vectors at four corners around (0, 0, 0.8): mean there, variance along (3, 4, 0) / 5 only
  /// for two, and along (4, -3, 0) / 5 half as far for the others.
  private static final float[] CORNERS = corners();

  private static float[] corners() {
    double far = 0.6;
    double near = 0.3;
    double[][] places = {
      {0.6 * far, 0.8 * far, Math.sqrt(1 - far * far)},
      {-0.6 * far, -0.8 * far, Math.sqrt(1 - far * far)},
      {0.8 * near, -0.6 * near, Math.sqrt(1 - near * near)},
      {-0.8 * near, 0.6 * near, Math.sqrt(1 - near * near)}
    };
    var features = new float[12];
    for (int i = 0; i < 12; i++) {
      features[i] = (float) places[i / 3][i % 3];
    }
    return features;
  }

  @Test
  void axesVariancesAndScoresOfHandPlacedPoints() {
    UnitRows rows = UnitRows.of(CORNERS, 3);

    PrincipalComponents components = PrincipalComponents.of(rows, 2);

    // Variances: 2 * 0.36 / 4, 2 * 0.09 / 4 and that of the heights 0.8 and 0.954.
    double heights = Math.pow((Math.sqrt(0.91) - 0.8) / 2, 2);
    assertClose(components.axes()[0], 0.6, 0.8, 0);
    assertClose(components.axes()[1], 0.8, -0.6, 0);
    assertClose(components.variances(), 0.18, 0.045);
    assertThat(components.totalVariance()).isCloseTo(0.225 + heights, within(1e-6));
    assertThat(components.explainedShare()).isCloseTo(0.225 / (0.225 + heights), within(1e-6));
    double[][] scores = components.scores(rows);
    assertClose(scores[0], 0.6, -0.6, 0, 0);
    assertClose(scores[1], 0, 0, 0.3, -0.3);
  }

  @Test
  void theMapShowsTheFirstTwo() {
    Projection map = PrincipalComponents.project(CORNERS, 3);

    assertClose(map.x(), 0.6, -0.6, 0, 0);
    assertClose(map.y(), 0, 0, 0.3, -0.3);
    assertThat(map.method()).isEqualTo("PCA");
    assertThat(map.perplexity()).isNaN();
    assertThat(map.measures().getFirst().name()).isEqualTo("explained share");
  }

  @Test
  void axesOfManyFeaturesAreEigenvectorsAtRightAnglesOnAnyNumberOfThreads() {
    UnitRows rows = UnitRows.of(Clouds.classes(400, 60, 5, 3), 60);

    PrincipalComponents components = PrincipalComponents.of(rows, 3);

    double[][] covariance = naiveCovariance(rows);
    for (int a = 0; a < 3; a++) {
      double[] axis = components.axes()[a];
      for (int d = 0; d < 60; d++) {
        assertThat(dot(covariance[d], axis))
            .isCloseTo(components.variances()[a] * axis[d], within(1e-9));
      }
      for (int b = 0; b < 3; b++) {
        assertThat(dot(axis, components.axes()[b])).isCloseTo(a == b ? 1 : 0, within(1e-12));
      }
    }
    // The whole decomposition by Jacobi agrees on which are largest.
    assertThat(Arrays.copyOf(SymmetricEigen.of(covariance).values(), 3))
        .containsExactly(components.variances(), within(1e-10));
    try (var pool = new ForkJoinPool(3)) {
      PrincipalComponents again = pool.submit(() -> PrincipalComponents.of(rows, 3)).join();
      assertThat(again.axes()).isDeepEqualTo(components.axes());
    }
  }

  @Test
  void whatDoesNotVaryHasNoAxes() {
    // All rows on one line through two places: one direction, and nothing across.
    UnitRows line = UnitRows.of(new float[] {1, 0, 0, 0, 1, 0, 1, 0, 0}, 3);
    PrincipalComponents components = PrincipalComponents.of(line, 2);

    assertClose(components.axes()[0], Math.sqrt(0.5), -Math.sqrt(0.5), 0);
    assertThat(components.variances()[1]).isCloseTo(0, within(1e-15));
    assertThat(components.scores(line)[1]).containsExactly(new double[3], within(1e-12));

    UnitRows same = UnitRows.of(new float[] {1, 2, 1, 2, 1, 2}, 2);
    assertThat(PrincipalComponents.of(same, 2).explainedShare()).isNaN();
    assertThat(PrincipalComponents.of(same, 2).scores(same)[0]).containsExactly(0, 0, 0);
  }

  @Test
  void jacobiSolvesAMatrixOfKnownValues() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1, 0}, {1, 2, 0}, {0, 0, 5}});

    assertClose(eigen.values(), 5, 3, 1);
    assertThat(Math.abs(eigen.vectors()[1][0])).isCloseTo(Math.sqrt(0.5), within(1e-14));
    assertThat(eigen.vectors()[1][0]).isCloseTo(eigen.vectors()[1][1], within(1e-14));
  }

  @Test
  void jacobiRebuildsARandomMatrix() {
    int m = 12;
    float[] random = Clouds.gaussian(m * m, new SplittableRandom(1));
    var matrix = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        matrix[i][j] = random[i * m + j] + random[j * m + i];
      }
    }

    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        double rebuilt = 0;
        for (int e = 0; e < m; e++) {
          rebuilt += eigen.values()[e] * eigen.vectors()[e][i] * eigen.vectors()[e][j];
        }
        assertThat(rebuilt).isCloseTo(matrix[i][j], within(1e-12));
      }
    }
  }

  @Test
  void wrongArgumentsAreNamed() {
    UnitRows rows = UnitRows.of(CORNERS, 3);
    assertThatThrownBy(() -> PrincipalComponents.of(rows, 4)).hasMessageContaining("[1, 3]");
    assertThatThrownBy(
            () -> PrincipalComponents.of(rows, 2).scores(UnitRows.of(new float[] {1, 1}, 2)))
        .hasMessageContaining("3 features, got 2");
  }

  private static void assertClose(double[] actual, double... expected) {
    assertThat(actual).containsExactly(expected, within(1e-6));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  private static double[][] naiveCovariance(UnitRows rows) {
    int n = rows.count();
    int dimension = rows.dimension();
    var covariance = new double[dimension][dimension];
    for (int a = 0; a < dimension; a++) {
      for (int b = 0; b < dimension; b++) {
        double meanA = 0;
        double meanB = 0;
        double product = 0;
        for (int i = 0; i < n; i++) {
          meanA += (double) rows.get(i, a) / n;
          meanB += (double) rows.get(i, b) / n;
          product += (double) rows.get(i, a) * rows.get(i, b) / n;
        }
        covariance[a][b] = product - meanA * meanB;
      }
    }
    return covariance;
  }
}
