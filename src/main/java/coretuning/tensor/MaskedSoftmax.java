package coretuning.tensor;

import ai.djl.ndarray.NDArray;

/// Softmax along rows in which some entries do not take part.
///
/// Masked entries get a large negative number added, not minus infinity: a row without any entry
/// then stays finite, and its gradient is no NaN (infinity minus infinity) but a number that a mask
/// of zeros removes.
public final class MaskedSoftmax {
  // Far below any logit, and a float32 whose sums with logits stay finite.
  private static final double OUT_OF_REACH = 1e30;

  private MaskedSoftmax() {}

  /// Logarithms of the row-wise softmax over the entries of the mask; never above 0.
  ///
  /// @param logits `[N, M]` float32 or float64
  /// @param mask `[N, M]` 1 where the entry takes part, else 0
  /// @return `[N, M]`; about -1e30 where the mask is 0; without meaning in rows whose mask is all 0
  public static NDArray logProbabilities(NDArray logits, NDArray mask) {
    return masked(logits, mask).logSoftmax(1);
  }

  /// Logarithms of the row-wise sums of exponentials over the entries of the mask.
  ///
  /// @param logits `[N, M]` float32 or float64
  /// @param mask `[N, M]` 1 where the entry takes part, else 0
  /// @return `[N]`; about -1e30 in rows whose mask is all 0
  public static NDArray logSumExp(NDArray logits, NDArray mask) {
    NDArray masked = masked(logits, mask);
    // The result does not depend on what is subtracted, so neither does the gradient.
    NDArray greatest = masked.stopGradient().max(new int[] {1}, true);
    return masked.sub(greatest).exp().sum(new int[] {1}, true).log().add(greatest).squeeze(1);
  }

  private static NDArray masked(NDArray logits, NDArray mask) {
    NDArray outside = mask.sub(Transfer.scalarLike(mask, 1));
    return logits.add(outside.mul(Transfer.scalarLike(mask, OUT_OF_REACH)));
  }
}
