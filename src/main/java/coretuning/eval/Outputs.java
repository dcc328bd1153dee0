package coretuning.eval;

/// What a model says of some images.
///
/// @param dimension D
/// @param features `[N, D]` row-major, as pooled by the backbone
/// @param classes K; 0 where there is no classifier
/// @param logits `[N, K]` row-major
public record Outputs(int dimension, float[] features, int classes, float[] logits) {

  /// What it says of some of them.
  ///
  /// @param rows in [0, N)
  Outputs rows(int[] rows) {
    return new Outputs(
        dimension, rows(features, dimension, rows), classes, rows(logits, classes, rows));
  }

  private static float[] rows(float[] all, int columns, int[] rows) {
    var some = new float[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(all, rows[i] * columns, some, i * columns, columns);
    }
    return some;
  }
}
