package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpectralShrinkageTest {
  /// Singular values 5, 3 and 2 along the axes.
  private static final double[][] DIAGONAL = {{5, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 3, 0}};

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private double shrinkage(double[][] rows, int count) {
    return Transfer.toDouble(SpectralShrinkage.of(Tensors.matrix(manager, rows), count));
  }

  private static double[][] transposed(double[][] rows) {
    var across = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[0].length; j++) {
        across[j][i] = rows[i][j];
      }
    }
    return across;
  }

  @Test
  void theSmallestSingularValuesCount() {
    assertThat(shrinkage(DIAGONAL, 1)).isCloseTo(4, within(1e-12));
    assertThat(shrinkage(DIAGONAL, 2)).isCloseTo(13, within(1e-12));
    assertThat(shrinkage(DIAGONAL, 9)).isCloseTo(38, within(1e-12));
    assertThat(shrinkage(transposed(DIAGONAL), 2)).isCloseTo(13, within(1e-12));
  }

  @Test
  void allOfThemAreTheSquaredNorm() {
    double[][] rows = Tensors.normalRows(5, 7, new Random(1));
    double norm = 0;
    for (double value : Tensors.flat(rows)) {
      norm += value * value;
    }
    assertThat(shrinkage(rows, 5)).isCloseTo(norm, within(1e-11));
    assertThat(shrinkage(rows, 2)).isCloseTo(shrinkage(transposed(rows), 2), within(1e-11));
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    double[][] wide = Tensors.normalRows(4, 6, new Random(2));
    FiniteDifferences.check(wide, features -> SpectralShrinkage.of(features, 1));
    FiniteDifferences.check(wide, features -> SpectralShrinkage.of(features, 2));
    FiniteDifferences.check(transposed(wide), features -> SpectralShrinkage.of(features, 1));
  }
}
