package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.testing.Tensors;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
  @Test
  void twoByTwoIsSolvedByHand() {
    // (2 1; 1 2): 1 with (1, -1), 3 with (1, 1).
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
    assertThat(eigen.values()).containsExactly(new double[] {1, 3}, within(1e-14));
    assertThat(eigen.vectors()[0][0]).isCloseTo(-eigen.vectors()[0][1], within(1e-14));
    assertThat(eigen.vectors()[1][0]).isCloseTo(eigen.vectors()[1][1], within(1e-14));
  }

  @Test
  void vectorsAreOrthonormalAndMakeTheMatrixAgain() {
    int n = 40;
    double[][] half = Tensors.normalRows(n, n, new Random(1));
    var matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = half[i][j] + half[j][i];
      }
    }

    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    assertThat(eigen.values()).isSorted();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double product = 0;
        double remade = 0;
        for (int k = 0; k < n; k++) {
          product += eigen.vectors()[i][k] * eigen.vectors()[j][k];
          remade += eigen.values()[k] * eigen.vectors()[k][i] * eigen.vectors()[k][j];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
        assertThat(remade).isCloseTo(matrix[i][j], within(1e-11));
      }
    }
  }

  @Test
  void aMatrixOfLowRankHasZeroEigenvalues() {
    double[][] matrix = {{1, 2, 3}, {2, 4, 6}, {3, 6, 9}};
    assertThat(SymmetricEigen.of(matrix).values())
        .containsExactly(new double[] {0, 0, 14}, within(1e-13));
    assertThat(SymmetricEigen.of(new double[3][3]).values()).containsExactly(0, 0, 0);
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{Double.NaN}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("matrix must be finite, got NaN");
  }
}
