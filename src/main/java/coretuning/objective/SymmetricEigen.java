package coretuning.objective;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's cyclic rotations: slow for large
/// matrices, but accurate for the small eigenvalues too, and the same on every run.
///
/// @param values `[n]` ascending
/// @param vectors `[n][n]` row i is the unit eigenvector of value i
record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int MOST_SWEEPS = 60;
  private static final double NEGLIGIBLE = 1e-15;

  /// Decomposes a copy of the matrix; only its symmetric part counts.
  ///
  /// @param matrix `[n][n]` finite values
  static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    var a = new double[n][];
    var rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      rows[i][i] = 1;
    }
    double scale = scale(a);
    int sweep = 0;
    while (sweep < MOST_SWEEPS && rotateAll(a, rows, NEGLIGIBLE * scale)) {
      sweep++;
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> a[i][i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var values = new double[n];
    var vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = a[order[i]][order[i]];
      vectors[i] = rows[order[i]];
    }
    return new SymmetricEigen(values, vectors);
  }

  private static double scale(double[][] a) {
    double greatest = 0;
    for (double[] row : a) {
      for (double value : row) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("matrix must be finite, got " + value);
        }
        greatest = Math.max(greatest, Math.abs(value));
      }
    }
    return greatest;
  }

  /// One sweep over all pairs.
  ///
  /// @return whether anything was left to rotate
  private static boolean rotateAll(double[][] a, double[][] vectors, double negligible) {
    boolean hasRotated = false;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        if (Math.abs(a[p][q]) > negligible) {
          rotate(a, vectors, p, q);
          hasRotated = true;
        }
      }
    }
    return hasRotated;
  }

  /// The rotation of coordinates p and q after which their entry is 0.
  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    double half = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1, half) / (Math.abs(half) + Math.hypot(half, 1));
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    double moved = tangent * a[p][q];
    double first = a[p][p] - moved;
    double second = a[q][q] + moved;
    turn(a[p], a[q], cosine, sine);
    // The matrix stays symmetric: its columns are its rows.
    for (int k = 0; k < a.length; k++) {
      a[k][p] = a[p][k];
      a[k][q] = a[q][k];
    }
    a[p][p] = first;
    a[q][q] = second;
    a[p][q] = 0;
    a[q][p] = 0;
    turn(vectors[p], vectors[q], cosine, sine);
  }

  private static void turn(double[] first, double[] second, double cosine, double sine) {
    for (int k = 0; k < first.length; k++) {
      double x = first[k];
      double y = second[k];
      first[k] = cosine * x - sine * y;
      second[k] = sine * x + cosine * y;
    }
  }
}
