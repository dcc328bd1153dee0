package coretuning.analysis;

/// How much of their space unit features use: the measures by which collapse is seen.
///
/// @param deviation standard deviation of a feature over the rows, mean over the features. Rows
///   spread evenly over the sphere have 1/sqrt(D), rows that are all alike 0 (Chen and He 2021,
///   SimSiam)
/// @param effectiveRank exp of the entropy of the normalised singular values of the matrix as it is
///   (Roy and Vetterli 2007), in [1, min(N, D)]; 1 if all rows lie on one line, or all are zero
/// @param rows N
/// @param dimension D
public record FeatureSpectrum(double deviation, double effectiveRank, int rows, int dimension) {
  /// Share of 1/sqrt(D) below which the deviation means collapse to a point: the mean vector of the
  /// rows is then longer than 0.9995. Networks with fresh weights start near a point, at 0.1 to
  /// 0.3, and are not to be mistaken.
  public static final double LEAST_RELATIVE_DEVIATION = 0.03;

  /// Effective rank below which the features lie on a line.
  public static final double LEAST_RANK = 1.1;

  /// Measures rows, scaled to unit length first.
  ///
  /// @param features `[N, D]` row-major, N at least 1
  /// @throws coretuning.result.Problem if a feature is not finite
  public static FeatureSpectrum of(float[] features, int dimension) {
    UnitRows rows = UnitRows.of(features, dimension);
    if (rows.count() == 0) {
      throw new IllegalArgumentException("a spectrum needs at least one row");
    }
    return new FeatureSpectrum(deviation(rows), effectiveRank(rows), rows.count(), dimension);
  }

  /// Whether features with such measures have collapsed, to a point or to a line.
  ///
  /// @param deviation as above
  /// @param effectiveRank as above
  /// @param dimension D
  public static boolean isCollapsed(double deviation, double effectiveRank, int dimension) {
    return deviation * Math.sqrt(dimension) < LEAST_RELATIVE_DEVIATION
        || (effectiveRank < LEAST_RANK && dimension > LEAST_RANK);
  }

  private static double deviation(UnitRows rows) {
    double sum = 0;
    for (int d = 0; d < rows.dimension(); d++) {
      double mean = 0;
      for (int i = 0; i < rows.count(); i++) {
        mean += rows.get(i, d);
      }
      mean /= rows.count();
      double squares = 0;
      for (int i = 0; i < rows.count(); i++) {
        double centred = rows.get(i, d) - mean;
        squares += centred * centred;
      }
      sum += Math.sqrt(squares / rows.count());
    }
    return sum / rows.dimension();
  }

  private static double effectiveRank(UnitRows rows) {
    double[] eigenvalues = SymmetricEigen.of(gram(rows)).values();
    // What is below the rounding of the largest is rounding itself, also below zero.
    double noise = eigenvalues[0] * 1e-12;
    double sum = 0;
    for (double value : eigenvalues) {
      sum += value > noise ? Math.sqrt(value) : 0;
    }
    if (sum == 0) {
      return 1;
    }
    double entropy = 0;
    for (double value : eigenvalues) {
      if (value > noise) {
        double share = Math.sqrt(value) / sum;
        entropy -= share * Math.log(share);
      }
    }
    return Math.exp(entropy);
  }

  /// Products of rows, or of columns where these are fewer: both have the same singular values.
  private static double[][] gram(UnitRows rows) {
    int n = rows.count();
    int dimension = rows.dimension();
    int size = Math.min(n, dimension);
    var gram = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b <= a; b++) {
        double product = 0;
        if (n <= dimension) {
          product = rows.cosine(a, b);
        } else {
          for (int i = 0; i < n; i++) {
            product += (double) rows.get(i, a) * rows.get(i, b);
          }
        }
        gram[a][b] = product;
        gram[b][a] = product;
      }
    }
    return gram;
  }
}
