package coretuning.objective;

import java.util.random.RandomGenerator;

/// The Beta distribution on [0, 1], sampled as G(a) / (G(a) + G(b)) of two gamma variates.
///
/// Gamma variates by Marsaglia and Tsang 2000. Their logarithms are kept, not their values: for
/// parameters far below 1 both values underflow to 0, and their ratio would be NaN.
///
/// @param a first parameter, above 0
/// @param b second parameter, above 0
public record BetaDistribution(double a, double b) {

  public BetaDistribution {
    if (!(a > 0 && b > 0) || Double.isInfinite(a) || Double.isInfinite(b)) {
      throw new IllegalArgumentException(
          "Beta parameters must be above 0, got %s and %s".formatted(a, b));
    }
  }

  /// One draw, in [0, 1].
  public double sample(RandomGenerator random) {
    double logFirst = logGamma(a, random);
    double logSecond = logGamma(b, random);
    return 1 / (1 + Math.exp(logSecond - logFirst));
  }

  /// Logarithm of one gamma variate of scale 1.
  private static double logGamma(double shape, RandomGenerator random) {
    if (shape < 1) {
      // G(shape) has the distribution of G(shape + 1) * U^(1 / shape), U in (0, 1].
      double logUniform = Math.log(1 - random.nextDouble());
      return logGamma(shape + 1, random) + logUniform / shape;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      if (root <= 0) {
        continue;
      }
      double v = root * root * root;
      double logUniform = Math.log(1 - random.nextDouble());
      if (logUniform < x * x / 2 + d - d * v + d * Math.log(v)) {
        return Math.log(d) + Math.log(v);
      }
    }
  }
}
