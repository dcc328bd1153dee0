package coretuning.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.tensor.Transfer;

/// Cross-entropy of a classifier: -(1/N) sum_i sum_c Y_ic log softmax(logits_i)_c, in nats.
public final class CrossEntropy {
  private CrossEntropy() {}

  /// Against soft targets.
  ///
  /// @param logits `[N, K]`
  /// @param targets `[N, K]` Y, rows sum to 1
  /// @return a scalar
  public static NDArray ofTargets(NDArray logits, NDArray targets) {
    NDArray sum = logits.logSoftmax(1).mul(targets).sum();
    return sum.div(Transfer.scalarLike(sum, -(double) logits.getShape().get(0)));
  }

  /// Against classes.
  ///
  /// @param logits `[N, K]`
  /// @param labels `[N]` in [0, K)
  /// @return a scalar
  public static NDArray ofLabels(NDArray logits, int[] labels) {
    int classes = Math.toIntExact(logits.getShape().get(1));
    return ofTargets(logits, oneHot(logits.getManager(), labels, classes, logits.getDataType()));
  }

  /// Classes as rows with a single 1.
  ///
  /// @param labels `[N]` in [0, classes)
  /// @return `[N, classes]`
  public static NDArray oneHot(NDManager manager, int[] labels, int classes, DataType type) {
    var values = new double[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "label must lie in [0, %d), got %d".formatted(classes, labels[i]));
      }
      values[i * classes + labels[i]] = 1;
    }
    return Transfer.toDevice(manager, values, new Shape(labels.length, classes), type);
  }
}
