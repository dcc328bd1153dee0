package coretuning.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;

/// Cosine similarity of features.
public final class Cosine {
  // A row shorter than this is a row of zeros: it stays about zero instead of becoming NaN.
  private static final double LEAST_NORM = 1e-12;

  private Cosine() {}

  /// Rows scaled to length 1.
  ///
  /// @param rows `[N, D]`
  /// @return `[N, D]` unit rows; a row of zeros stays one
  public static NDArray unitRows(NDArray rows) {
    return rows.normalize(2, 1, LEAST_NORM);
  }

  /// Inner products of every row of one array with every row of another: cosines if both have unit
  /// rows.
  ///
  /// @param rows `[N, D]`
  /// @param others `[M, D]`, may be long-lived
  /// @return `[N, M]`
  public static NDArray similarities(NDArray rows, NDArray others) {
    // Not rows.matMul(others.transpose()): the transposed view would join the other's manager and
    // outlive the step.
    return Linear.linear(rows, others).singletonOrThrow();
  }

  /// Inner products of row i with row i: cosines if both have unit rows.
  ///
  /// @param rows `[N, D]`
  /// @param others `[N, D]`
  /// @return `[N, 1]`
  public static NDArray rowwise(NDArray rows, NDArray others) {
    return rows.mul(others).sum(new int[] {1}, true);
  }
}
