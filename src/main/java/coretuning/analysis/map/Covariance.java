package coretuning.analysis.map;

import coretuning.analysis.UnitRows;
import java.util.stream.IntStream;

/// Mean and covariance of rows, in double precision: O(N D^2), spread over threads by matrix rows,
/// each added up in the order of the data.
///
/// @param mean `[D]`
/// @param matrix `[D, D]` symmetric, divided by N
record Covariance(double[] mean, double[][] matrix) {
  /// Matrix rows that are added up in one pass over the data.
  private static final int ROWS = 8;

  /// Measures rows.
  ///
  /// @param rows `[N, D]`, N at least 1
  static Covariance of(UnitRows rows) {
    int dimension = rows.dimension();
    double[] mean = mean(rows);
    var matrix = new double[dimension][dimension];
    IntStream.range(0, (dimension + ROWS - 1) / ROWS)
        .parallel()
        .forEach(block ->
            fill(rows, mean, matrix, block * ROWS, Math.min(dimension, (block + 1) * ROWS)));
    for (int a = 0; a < dimension; a++) {
      for (int b = 0; b < a; b++) {
        matrix[a][b] = matrix[b][a];
      }
    }
    return new Covariance(mean, matrix);
  }

  private static double[] mean(UnitRows rows) {
    var mean = new double[rows.dimension()];
    for (int i = 0; i < rows.count(); i++) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += rows.get(i, d);
      }
    }
    for (int d = 0; d < mean.length; d++) {
      mean[d] /= rows.count();
    }
    return mean;
  }

  /// Fills the upper triangle of matrix rows [from, to).
  private static void fill(UnitRows rows, double[] mean, double[][] matrix, int from, int to) {
    var centred = new double[mean.length];
    for (int i = 0; i < rows.count(); i++) {
      for (int d = from; d < centred.length; d++) {
        centred[d] = rows.get(i, d) - mean[d];
      }
      for (int a = from; a < to; a++) {
        double[] row = matrix[a];
        double value = centred[a];
        for (int b = a; b < row.length; b++) {
          row[b] += value * centred[b];
        }
      }
    }
    for (int a = from; a < to; a++) {
      for (int b = a; b < mean.length; b++) {
        matrix[a][b] /= rows.count();
      }
    }
  }

  /// Sum of the variances of all features.
  double total() {
    double sum = 0;
    for (int d = 0; d < mean.length; d++) {
      sum += matrix[d][d];
    }
    return sum;
  }
}
