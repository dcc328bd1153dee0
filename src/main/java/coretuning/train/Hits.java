package coretuning.train;

import ai.djl.ndarray.NDArray;

/// Counts right predictions of a training batch.
final class Hits {
  private Hits() {}

  /// Rows whose highest score is that of the label.
  ///
  /// @param logits `[N, K]`
  static int count(NDArray logits, int[] labels) {
    long[] predictions = logits.argMax(1).toLongArray();
    int hits = 0;
    for (int i = 0; i < labels.length; i++) {
      hits += predictions[i] == labels[i] ? 1 : 0;
    }
    return hits;
  }
}
