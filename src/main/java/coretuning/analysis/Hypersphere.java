package coretuning.analysis;

/// Alignment and uniformity of unit features (Wang and Isola 2020, a = 2, t = 2) where positives
/// are given as pairs of rows: two views of one image. For positives of one class see
/// [SpreadAnalysis].
///
/// ```text
/// alignment  = mean over pairs of ||x - y||^2
/// uniformity = log( mean over distinct pairs of exp(-2 ||x - y||^2) )
/// ```
public final class Hypersphere {
  private Hypersphere() {}

  /// Mean squared distance of the rows of two matrices, in [0, 4]; small is aligned.
  ///
  /// @param first `[N, D]` row-major, N at least 1; rows need no unit length
  /// @param second `[N, D]` row-major, row i the partner of row i
  /// @throws coretuning.result.Problem if a value is not finite
  public static double alignment(float[] first, float[] second, int dimension) {
    if (first.length != second.length || first.length == 0) {
      throw new IllegalArgumentException(
          "partners must be as many and not none, got %d and %d values"
              .formatted(first.length, second.length));
    }
    UnitRows one = UnitRows.of(first, dimension);
    UnitRows two = UnitRows.of(second, dimension);
    double sum = 0;
    for (int i = 0; i < one.count(); i++) {
      for (int d = 0; d < dimension; d++) {
        double difference = one.get(i, d) - two.get(i, d);
        sum += difference * difference;
      }
    }
    return sum / one.count();
  }

  /// Uniformity of the rows, in [-8, 0]; small is uniform, 0 is one single point.
  ///
  /// @param features `[N, D]` row-major, N at least 2; rows need no unit length
  /// @throws coretuning.result.Problem if a value is not finite
  public static double uniformity(float[] features, int dimension) {
    UnitRows rows = UnitRows.of(features, dimension);
    int n = rows.count();
    if (n < 2) {
      throw new IllegalArgumentException("uniformity needs at least 2 rows, got " + n);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.exp(-2 * (2 - 2 * rows.cosine(i, j)));
      }
    }
    return Math.log(sum / (n * (n - 1.0) / 2));
  }
}
