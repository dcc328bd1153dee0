package coretuning.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and
/// Van Loan, section 8.5): simple, accurate, O(M^3) a sweep.
///
/// @param values `[M]`, largest first
/// @param vectors `[M, M]`: vector i is `vectors[i]`, of unit length, its sign open
public record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int SWEEPS = 60;
  private static final double TOLERANCE = 1e-15;

  /// Decomposes a matrix.
  ///
  /// @param matrix `[M, M]` symmetric, finite; left as it is
  public static SymmetricEigen of(double[][] matrix) {
    int m = matrix.length;
    double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    var v = new double[m][m];
    for (int i = 0; i < m; i++) {
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && !isDiagonal(a); sweep++) {
      for (int p = 0; p < m; p++) {
        for (int q = p + 1; q < m; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    return sorted(a, v);
  }

  private static boolean isDiagonal(double[][] a) {
    double off = 0;
    double all = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        all += a[i][j] * a[i][j];
        off += i == j ? 0 : a[i][j] * a[i][j];
      }
    }
    return Math.sqrt(off) <= TOLERANCE * Math.sqrt(all);
  }

  /// Makes the element of row p and column q zero; rows of v follow.
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    turn(a[p], a[q], c, s);
    turn(v[p], v[q], c, s);
  }

  private static void turn(double[] first, double[] second, double c, double s) {
    for (int k = 0; k < first.length; k++) {
      double p = first[k];
      double q = second[k];
      first[k] = c * p - s * q;
      second[k] = s * p + c * q;
    }
  }

  private static SymmetricEigen sorted(double[][] a, double[][] v) {
    int[] order =
        IntStream.range(0, a.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -a[i][i]).thenComparing(i -> i))
            .mapToInt(i -> i)
            .toArray();
    return new SymmetricEigen(
        Arrays.stream(order).mapToDouble(i -> a[i][i]).toArray(),
        Arrays.stream(order).mapToObj(i -> v[i]).toArray(double[][]::new));
  }
}
