package coretuning.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import coretuning.tensor.Transfer;

/// Synthetic partners of every anchor, with soft labels (Core-tuning, Eq 3 and 4):
///
/// ```text
/// z+ = lambda z_hp + (1 - lambda) z_hn     Y+ = lambda Y_hp + (1 - lambda) Y_hn
/// z- = (1 - lambda) z_i + lambda z_n       Y- = (1 - lambda) Y_i + lambda Y_n
/// ```
///
/// Both mix raw features; gradient flows to every original that takes part. Each is a product A Z
/// with a matrix of mixing weights whose rows sum to 1. That costs N N D multiplications instead of
/// a look-up, and adds gradients up in a fixed order: the gradient of a look-up adds rows that were
/// drawn twice in whatever order the threads come, and training would not repeat bit for bit.
///
/// @param positives `[N, D]` z+, a hard positive of anchor i in row i
/// @param positiveTargets `[N, K]` Y+, rows sum to 1
/// @param negatives `[N, D]` z-, a semi-hard negative of anchor i in row i
/// @param negativeTargets `[N, K]` Y-, rows sum to 1
public record PairMixing(
    NDArray positives, NDArray positiveTargets, NDArray negatives, NDArray negativeTargets) {

  /// Mixes a batch.
  ///
  /// @param features `[N, D]` z, raw
  /// @param targets `[N, K]` Y, one-hot
  public static PairMixing of(
      NDArray features, NDArray targets, Mining mining, MixingFactors factors) {
    int n = mining.size();
    var positive = new double[n * n];
    var negative = new double[n * n];
    for (int i = 0; i < n; i++) {
      double share = factors.positive()[i];
      // Added, not set: the released code may draw one row for both places.
      positive[i * n + mining.hardPositive()[i]] += share;
      positive[i * n + mining.hardNegative()[i]] += 1 - share;
      double pull = factors.negative()[i];
      negative[i * n + i] += 1 - pull;
      negative[i * n + mining.randomNegative()[i]] += pull;
    }
    NDArray mixPositive = weights(features, positive, n);
    NDArray mixNegative = weights(features, negative, n);
    return new PairMixing(
        mixPositive.matMul(features),
        mixPositive.matMul(targets),
        mixNegative.matMul(features),
        mixNegative.matMul(targets));
  }

  private static NDArray weights(NDArray like, double[] values, int n) {
    return Transfer.toDevice(like.getManager(), values, new Shape(n, n), like.getDataType());
  }
}
