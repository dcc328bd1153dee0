package coretuning.analysis.mix;

import coretuning.result.LinearWeights;

/// What a linear classifier says along the way from one feature to another: how smooth its decision
/// boundary is between them.
///
/// @param shares `[M]` lambda, rising from 0 (all of the second feature) to 1 (all of the first)
/// @param probabilities `[M][K]` softmax of the class scores of each mix
public record ClassPath(double[] shares, double[][] probabilities) {

  /// Of the way from one feature to another.
  ///
  /// @param first `[D]` raw feature, reached at lambda = 1
  /// @param second `[D]` likewise, at lambda = 0
  /// @param points M, at least 2, evenly spaced
  public static ClassPath of(
      LinearWeights classifier, double[] first, double[] second, int points) {
    if (points < 2) {
      throw new IllegalArgumentException("a path needs at least 2 points, got " + points);
    }
    var shares = new double[points];
    var probabilities = new double[points][];
    for (int i = 0; i < points; i++) {
      shares[i] = i / (points - 1.0);
      double[] mixed = Vectors.mix(first, second, shares[i]);
      probabilities[i] = Vectors.softmax(Vectors.apply(classifier, mixed));
    }
    return new ClassPath(shares, probabilities);
  }

  /// The greatest change of any class's probability between neighbouring points, per unit of
  /// lambda: 1 for an even transition, large for a sharp one.
  public double steepest() {
    double steepest = 0;
    for (int i = 1; i < shares.length; i++) {
      for (int k = 0; k < probabilities[i].length; k++) {
        double change = Math.abs(probabilities[i][k] - probabilities[i - 1][k]);
        steepest = Math.max(steepest, change / (shares[i] - shares[i - 1]));
      }
    }
    return steepest;
  }
}
