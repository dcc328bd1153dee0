package coretuning.train;

import ai.djl.ndarray.NDArray;
import coretuning.result.Problem;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;

/// Keeps NaN and infinity out of checkpoints: the file on disk is always the last good one.
final class FiniteCheck {
  private FiniteCheck() {}

  /// Checks every floating-point array.
  ///
  /// @throws Problem naming the first that holds a value that is no finite number
  static void require(Parameters state, Position position) {
    for (String name : state.names()) {
      NDArray array = state.get(name);
      if (!array.getDataType().isFloating()) {
        continue;
      }
      // x - x is 0 for finite x and NaN otherwise, so one sum tells.
      try (NDArray zero = array.sub(array);
          NDArray sum = zero.sum()) {
        if (Double.isNaN(Transfer.toDouble(sum))) {
          throw new Problem(
              "the weights of %s are no longer finite numbers".formatted(name),
              "epoch %d, after %d batches".formatted(position.epoch() + 1, position.step()),
              "lower the learning rate; the last good weights are kept");
        }
      }
    }
  }
}
