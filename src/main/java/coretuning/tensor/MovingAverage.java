package coretuning.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/// Weights that follow others slowly, as those of a momentum encoder (He et al., CVPR 2020).
public final class MovingAverage {
  private MovingAverage() {}

  /// One step towards the leader: k <- m k + (1 - m) q. Buffers such as BatchNorm's running
  /// statistics are left alone: they are the follower's own. To be called outside the recording.
  ///
  /// @param leader q
  /// @param follower k, changed in place; its trainable weights are all in the leader
  /// @param momentum m, in [0, 1]
  /// @param manager owns what is made on the way, through a child
  public static void follow(
      Parameters leader, Parameters follower, double momentum, NDManager manager) {
    try (NDManager scratch = manager.newSubManager()) {
      for (String name : follower.trainableNames()) {
        NDArray weights = follower.get(name);
        NDArray keep = scalar(scratch, momentum, weights.getDataType());
        NDArray rest = scalar(scratch, 1 - momentum, weights.getDataType());
        weights.muli(keep).addi(rest.mul(leader.get(name)));
      }
    }
  }

  private static NDArray scalar(NDManager manager, double value, DataType type) {
    return Transfer.toDevice(manager, new double[] {value}, new Shape(), type);
  }
}
