package coretuning.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.tensor.Transfer;

/// Which keys of the queue are of a query's own class: its false negatives. Only the class oracle
/// and the analysis ask; pre-training proper sees no label.
final class OwnClass {
  /// Cosines below this are none: the mark of a key that is not to be used.
  static final double LEAST_COSINE = -2;

  private static final double PENALTY = 1e4;

  private OwnClass() {}

  /// A matrix to add to cosines: far below any cosine where query and key share their class, else
  /// 0.
  ///
  /// @param labels `[N]` of the queries
  /// @param keyLabels `[Q]` of the keys; negative where unknown
  /// @return `[N, Q]`
  static NDArray exclusion(NDManager manager, int[] labels, long[] keyLabels, DataType type) {
    var values = new double[labels.length * keyLabels.length];
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < keyLabels.length; j++) {
        values[i * keyLabels.length + j] = labels[i] == keyLabels[j] ? -PENALTY : 0;
      }
    }
    return Transfer.toDevice(manager, values, new Shape(labels.length, keyLabels.length), type);
  }
}
