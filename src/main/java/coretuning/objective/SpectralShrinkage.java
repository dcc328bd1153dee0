package coretuning.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import coretuning.tensor.Transfer;

/// Batch spectral shrinkage (Chen et al. 2019): the sum of the squares of the k smallest singular
/// values of a batch's feature matrix.
///
/// The singular vectors are found in float64 on the Java side, from the Gram matrix of the shorter
/// side, and held fixed: sigma^2 = ||u^T F||^2, whose gradient at fixed u is 2 sigma u v^T, that of
/// sigma^2 itself.
public final class SpectralShrinkage {
  private SpectralShrinkage() {}

  /// The sum.
  ///
  /// @param features `[N, D]` F, raw, with gradient
  /// @param count k, at least 1; all singular values if there are fewer
  /// @return a scalar
  public static NDArray of(NDArray features, int count) {
    int n = Math.toIntExact(features.getShape().get(0));
    int d = Math.toIntExact(features.getShape().get(1));
    double[] values = Transfer.toDoubles(features.stopGradient());
    boolean isWide = n <= d;
    int side = Math.min(n, d);
    double[][] vectors =
        SymmetricEigen.of(isWide ? ofRows(values, n, d) : ofColumns(values, n, d)).vectors();
    int k = Math.min(count, side);
    var flat = new double[k * side];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < side; j++) {
        // Across, so that the columns of `[D, k]` are the vectors.
        flat[isWide ? i * side + j : j * k + i] = vectors[i][j];
      }
    }
    var shape = isWide ? new Shape(k, side) : new Shape(side, k);
    NDArray fixed = Transfer.toDevice(features.getManager(), flat, shape, features.getDataType());
    NDArray projected = isWide ? fixed.matMul(features) : features.matMul(fixed);
    return projected.mul(projected).sum();
  }

  /// F F^T.
  private static double[][] ofRows(double[] values, int n, int d) {
    var gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          sum += values[i * d + k] * values[j * d + k];
        }
        gram[i][j] = sum;
        gram[j][i] = sum;
      }
    }
    return gram;
  }

  /// F^T F.
  private static double[][] ofColumns(double[] values, int n, int d) {
    var gram = new double[d][d];
    for (int row = 0; row < n; row++) {
      for (int i = 0; i < d; i++) {
        double value = values[row * d + i];
        for (int j = 0; j < d; j++) {
          gram[i][j] += value * values[row * d + j];
        }
      }
    }
    return gram;
  }
}
