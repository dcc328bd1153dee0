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
/// p)^gamma is part of the function, so gradient flows through it unless asked otherwise. n counts
/// the anchors that have a positive. The released code divides the sum over positives by the number
/// of all columns instead of |P_i|, which can be asked for, and replaces a NaN by 0, which cannot.
///
/// @param loss a scalar, nats
/// @param anchorLosses `[N]` each anchor's term of the mean
/// @param anchorWeights `[N]` mean of (1 - p)^gamma over the anchor's positives, in [0, 1]; 0 for
///   an anchor without
public record FocalContrastive(NDArray loss, NDArray anchorLosses, NDArray anchorWeights) {
  // The slope of x^gamma at 0 is infinite for gamma below 1; this is where it is cut off.
  private static final double LEAST_BASE = 1e-30;

  /// The constants of the loss.
  ///
  /// @param temperature tau, above 0
  /// @param exponent gamma, at least 0
  /// @param detachedWeight whether the weight is a mere number to the gradient
  /// @param overAllColumns whether the sum over positives is divided by M instead of |P_i|
  public record Form(
      double temperature, double exponent, boolean detachedWeight, boolean overAllColumns) {}

  /// The loss as the paper states it.
  ///
  /// @param similarities `[N, M]` s, cosines
  /// @param sets masks `[N, M]`
  /// @param temperature tau, above 0
  /// @param exponent gamma, at least 0
  public static FocalContrastive of(
      NDArray similarities, ContrastSets sets, double temperature, double exponent) {
    return of(similarities, sets, new Form(temperature, exponent, false, false));
  }

  /// The loss in any of its forms.
  ///
  /// @param similarities `[N, M]` s, cosines
  /// @param sets masks `[N, M]`
  public static FocalContrastive of(NDArray similarities, ContrastSets sets, Form form) {
    NDArray logProbabilities =
        MaskedSoftmax.logProbabilities(
            similarities.div(Transfer.scalarLike(similarities, form.temperature())),
            sets.candidates());
    NDArray weights = weights(logProbabilities, form.exponent());
    NDArray weighted =
        (form.detachedWeight() ? weights.stopGradient() : weights).mul(logProbabilities);
    NDArray anchorLosses =
        (form.overAllColumns() ? sets.shareOfColumns(weighted) : sets.meanOverPositives(weighted))
            .neg();
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
