package coretuning.objective;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Lambda of the two pairs of every anchor (Core-tuning, Eq 3 and 4), drawn separately.
///
/// @param positive `[N]` share of the hard positive in z+, in [0, 1]
/// @param negative `[N]` share of the random negative in z-, in [threshold, 1]
public record MixingFactors(double[] positive, double[] negative) {

  /// Draws from Beta(alpha, alpha); first all of the positive pairs, then all of the negative ones.
  /// Clipping is what the released code does; the paper speaks of a threshold.
  ///
  /// @param anchors N
  /// @param alpha above 0
  /// @param threshold least factor of the negative pairs: smaller draws are raised to it, not drawn
  ///   again (with alpha 1 and threshold 0.8, four of five), so that z- stays close to the negative
  public static MixingFactors draw(
      int anchors, double alpha, double threshold, RandomGenerator random) {
    var beta = new BetaDistribution(alpha, alpha);
    return draw(anchors, () -> beta.sample(random), () -> Math.max(beta.sample(random), threshold));
  }

  /// As [#draw], but factors of negative pairs below the threshold are drawn again: none is the
  /// threshold itself, and z- are as far from it as chance has them.
  public static MixingFactors redraw(
      int anchors, double alpha, double threshold, RandomGenerator random) {
    var beta = new BetaDistribution(alpha, alpha);
    var tail = new BetaTail(alpha, threshold);
    return draw(anchors, () -> beta.sample(random), () -> tail.sample(random));
  }

  private static MixingFactors draw(int anchors, DoubleSupplier positive, DoubleSupplier negative) {
    var factors = new MixingFactors(new double[anchors], new double[anchors]);
    Arrays.setAll(factors.positive, i -> positive.getAsDouble());
    Arrays.setAll(factors.negative, i -> negative.getAsDouble());
    return factors;
  }
}
