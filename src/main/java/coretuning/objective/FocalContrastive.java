package coretuning.objective;

import ai.djl.ndarray.NDArray;
import coretuning.tensor.MaskedSoftmax;
import coretuning.tensor.Transfer;

/// The focal contrastive loss (Core-tuning, Eq 5):
///
/// ```text
/// p_ij = exp(s_ij / tau) / sum_{k in A_i} exp(s_ik / tau)
/// L    = -(1/n) sum_i (1/|P_i|) sum_{j in P_i} (1 - p_ij)^gamma log p_ij
/// ```
///
/// gamma = 1 in the paper; gamma = 0 gives the supervised contrastive loss (Eq 1). The weight (1 -
/// p)^gamma is part of the function, so gradient flows through it. n counts the anchors that have a
/// positive. The released code divides the sum over positives by all 3N columns instead of |P_i|,
/// and replaces a NaN by 0; neither is done here.
///
/// @param loss a scalar, nats
/// @param anchorLosses `[N]` each anchor's term of the mean
/// @param anchorWeights `[N]` mean of (1 - p)^gamma over the anchor's positives, in [0, 1]; 0 for
///   an anchor without
public record FocalContrastive(NDArray loss, NDArray anchorLosses, NDArray anchorWeights) {
  // The slope of x^gamma at 0 is infinite for gamma below 1; this is where it is cut off.
  private static final double LEAST_BASE = 1e-30;

  /// Computes the loss.
  ///
  /// @param similarities `[N, M]` s, cosines
  /// @param sets masks `[N, M]`
  /// @param temperature tau, above 0
  /// @param exponent gamma, at least 0
  public static FocalContrastive of(
      NDArray similarities, ContrastSets sets, double temperature, double exponent) {
    NDArray logProbabilities =
        MaskedSoftmax.logProbabilities(
            similarities.div(Transfer.scalarLike(similarities, temperature)), sets.candidates());
    NDArray weights = weights(logProbabilities, exponent);
    NDArray anchorLosses = sets.meanOverPositives(weights.mul(logProbabilities)).neg();
    return new FocalContrastive(
        sets.meanOverAnchors(anchorLosses), anchorLosses, sets.meanOverPositives(weights));
  }

  /// (1 - p)^gamma.
  ///
  /// @param logProbabilities `[N, M]` log p, at most 0
  /// @return `[N, M]` in [0, 1]
  static NDArray weights(NDArray logProbabilities, double exponent) {
    NDArray p = logProbabilities.exp();
    return Transfer.scalarLike(p, 1)
        .sub(p)
        .maximum(Transfer.scalarLike(p, LEAST_BASE))
        .pow(Transfer.scalarLike(p, exponent));
  }
}
