package coretuning.analysis;

import coretuning.result.Problem;

/// Feature rows scaled to unit length. A row of zeros (a dead ReLU network) stays zero, as in
/// PyTorch's `normalize`: its cosine with anything is 0.
public final class UnitRows {
  private static final double LEAST_NORM = 1e-12;

  private final int dimension;
  private final float[] values;

  private UnitRows(int dimension, float[] values) {
    this.dimension = dimension;
    this.values = values;
  }

  /// Copies and scales.
  ///
  /// @param features `[N, D]` row-major
  /// @throws Problem if a feature is NaN or infinite: the model has diverged
  public static UnitRows of(float[] features, int dimension) {
    if (dimension < 1 || features.length % dimension != 0) {
      throw new IllegalArgumentException(
          "%d values are no rows of %d features".formatted(features.length, dimension));
    }
    var values = new float[features.length];
    for (int start = 0; start < values.length; start += dimension) {
      double squares = 0;
      for (int d = 0; d < dimension; d++) {
        squares += (double) features[start + d] * features[start + d];
      }
      if (!Double.isFinite(squares)) {
        throw new Problem(
            "a feature is not a finite number",
            "row %d of the embedding".formatted(start / dimension),
            "the model has diverged: lower the learning rate");
      }
      double scale = 1 / Math.max(Math.sqrt(squares), LEAST_NORM);
      for (int d = 0; d < dimension; d++) {
        values[start + d] = (float) (features[start + d] * scale);
      }
    }
    return new UnitRows(dimension, values);
  }

  /// Number of rows, N.
  public int count() {
    return values.length / dimension;
  }

  /// Features of a row, D.
  public int dimension() {
    return dimension;
  }

  /// One value, in [-1, 1].
  public float get(int row, int column) {
    return values[row * dimension + column];
  }

  /// Cosine of two rows. Four sums run side by side because one alone would wait for itself.
  public double cosine(int first, int second) {
    int a = first * dimension;
    int b = second * dimension;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int d = 0;
    for (; d + 3 < dimension; d += 4) {
      s0 += (double) values[a + d] * values[b + d];
      s1 += (double) values[a + d + 1] * values[b + d + 1];
      s2 += (double) values[a + d + 2] * values[b + d + 2];
      s3 += (double) values[a + d + 3] * values[b + d + 3];
    }
    for (; d < dimension; d++) {
      s0 += (double) values[a + d] * values[b + d];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /// A copy, `[N, D]` row-major.
  public float[] toArray() {
    return values.clone();
  }
}
