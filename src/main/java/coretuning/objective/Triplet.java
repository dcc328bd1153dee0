package coretuning.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import coretuning.tensor.Transfer;

/// The triplet loss max(0, d(a, p) - d(a, n) + m) with the hardest positive and negative of each
/// anchor; d is the squared distance of unit rows, 2 - 2 cos (Schroff et al. 2015).
public final class Triplet {
  private Triplet() {}

  /// The mean over the anchors that have a positive.
  ///
  /// @param cosines `[N, N]` of unit rows, with gradient
  /// @param mining of the same rows; an anchor that is its own positive has none
  /// @param margin m, at least 0
  /// @return a scalar; 0, the empty sum, if no anchor has a positive
  public static NDArray ofHardest(NDArray cosines, Mining mining, double margin) {
    int n = mining.size();
    var signs = new double[n * n];
    var counted = new double[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (mining.hardPositive()[i] != i) {
        signs[i * n + mining.hardNegative()[i]] = 1;
        signs[i * n + mining.hardPositive()[i]] = -1;
        counted[i] = 1;
        count++;
      }
    }
    var manager = cosines.getManager();
    var type = cosines.getDataType();
    NDArray choice = Transfer.toDevice(manager, signs, new Shape(n, n), type);
    NDArray anchors = Transfer.toDevice(manager, counted, new Shape(n), type);
    NDArray closer = choice.mul(cosines).sum(new int[] {1}); // cos(a, n) - cos(a, p)
    NDArray excess =
        closer.mul(Transfer.scalarLike(closer, 2)).add(Transfer.scalarLike(closer, margin));
    NDArray sum = Activation.relu(excess).mul(anchors).sum();
    return sum.div(Transfer.scalarLike(sum, Math.max(1, count)));
  }
}
