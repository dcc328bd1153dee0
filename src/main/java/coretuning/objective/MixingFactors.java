package coretuning.objective;

import java.util.random.RandomGenerator;

/// Lambda of the two pairs of every anchor (Core-tuning, Eq 3 and 4), drawn separately.
///
/// @param positive `[N]` share of the hard positive in z+, in [0, 1]
/// @param negative `[N]` share of the random negative in z-, in [threshold, 1]
public record MixingFactors(double[] positive, double[] negative) {

  /// Draws from Beta(alpha, alpha); first all of the positive pairs, then all of the negative ones.
  ///
  /// @param anchors N
  /// @param alpha above 0
  /// @param threshold least factor of the negative pairs: smaller draws are raised to it, not drawn
  ///   again (with alpha 1 and threshold 0.8, four of five), so that z- stays close to the negative
  public static MixingFactors draw(
      int anchors, double alpha, double threshold, RandomGenerator random) {
    var beta = new BetaDistribution(alpha, alpha);
    var factors = new MixingFactors(new double[anchors], new double[anchors]);
    for (int i = 0; i < anchors; i++) {
      factors.positive[i] = beta.sample(random);
    }
    for (int i = 0; i < anchors; i++) {
      factors.negative[i] = Math.max(beta.sample(random), threshold);
    }
    return factors;
  }
}
