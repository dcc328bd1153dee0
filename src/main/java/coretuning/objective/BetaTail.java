package coretuning.objective;

import java.util.random.RandomGenerator;

/// The distribution of a Beta(alpha, alpha) draw that is repeated until it is at least `least`,
/// without the repeating, which would not end for large alpha.
///
/// @param alpha both parameters, above 0
/// @param least in [0, 1]
record BetaTail(double alpha, double least) {
  BetaTail {
    if (!(least >= 0 && least <= 1)) {
      throw new IllegalArgumentException("least draw must lie in [0, 1], got " + least);
    }
  }

  /// One draw, in [least, 1].
  double sample(RandomGenerator random) {
    if (least < 0.5) {
      return atLeastEverySecond(random);
    }
    if (least == 1) {
      return 1;
    }
    return 1 - (alpha < 1 ? steepTail(random) : gentleTail(random));
  }

  /// By symmetry half of all draws are at least 0.5.
  private double atLeastEverySecond(RandomGenerator random) {
    var beta = new BetaDistribution(alpha, alpha);
    double draw = beta.sample(random);
    while (draw < least) {
      draw = beta.sample(random);
    }
    return draw;
  }

  /// u = 1 - x has the density u^(alpha - 1) (1 - u)^(alpha - 1). The first factor is drawn
  /// directly, the second lies between 1 and 2 on [0, 1 - least] and is met by rejection.
  private double steepTail(RandomGenerator random) {
    while (true) {
      double u = (1 - least) * Math.pow(1 - random.nextDouble(), 1 / alpha);
      if (random.nextDouble() < Math.pow((1 - u) / least, alpha - 1)) {
        return u;
      }
    }
  }

  /// The logarithm of that density is concave for alpha at least 1, and rises up to 1 - least: its
  /// tangent there lies above it. Draws under the tangent are exponential, counted downwards.
  private double gentleTail(RandomGenerator random) {
    double end = 1 - least;
    double slope = (alpha - 1) * (1 / end - 1 / least);
    while (true) {
      double uniform = random.nextDouble();
      double below =
          slope == 0 ? uniform * end : -Math.log1p(uniform * Math.expm1(-slope * end)) / slope;
      double u = end - below;
      double logShare =
          (alpha - 1) * (Math.log(u / end) + Math.log((1 - u) / least)) + slope * below;
      if (Math.log(1 - random.nextDouble()) <= logShare) {
        return u;
      }
    }
  }
}
