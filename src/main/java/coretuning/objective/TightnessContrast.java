package coretuning.objective;

import ai.djl.ndarray.NDArray;
import coretuning.tensor.MaskedSoftmax;
import coretuning.tensor.Transfer;

/// The two parts of the supervised contrastive loss, L_con = T + R:
///
/// ```text
/// T = -(1/n) sum_i (1/|P_i|) sum_{j in P_i} s_ij / tau      pulls each class together
/// R =  (1/n) sum_i log sum_{k in A_i} exp(s_ik / tau)       spreads all features
/// ```
///
/// In the terms of Core-tuning's Theorem 1, T estimates H(Z|Y) and R estimates -H(Z), both up to
/// constants. n counts the anchors that have a positive.
///
/// @param tightness T, a scalar, nats
/// @param contrast R, a scalar, nats
public record TightnessContrast(NDArray tightness, NDArray contrast) {

  /// Computes both parts.
  ///
  /// @param similarities `[N, M]` s, cosines
  /// @param sets masks `[N, M]`
  /// @param temperature tau, above 0
  public static TightnessContrast of(NDArray similarities, ContrastSets sets, double temperature) {
    NDArray logits = similarities.div(Transfer.scalarLike(similarities, temperature));
    NDArray spread = MaskedSoftmax.logSumExp(logits, sets.candidates());
    return new TightnessContrast(
        sets.meanOverAnchors(sets.meanOverPositives(logits)).neg(), sets.meanOverAnchors(spread));
  }
}
