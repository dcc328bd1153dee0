package coretuning.analysis.mix;

import coretuning.result.LinearWeights;
import java.util.Arrays;

/// Vectors as arrays: mixing, cosines, linear layers.
public final class Vectors {
  private Vectors() {}

  /// `share` of one vector, the rest of another, as `objective.PairMixing` mixes (Core-tuning, Eq 3
  /// and 4): raw features, no normalisation after it.
  ///
  /// @param share lambda, in [0, 1]
  public static double[] mix(double[] first, double[] second, double share) {
    requireAlike(first, second);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share must lie in [0, 1], got " + share);
    }
    var mixed = new double[first.length];
    Arrays.setAll(mixed, i -> share * first[i] + (1 - share) * second[i]);
    return mixed;
  }

  /// The cosine of the angle between two vectors, in [-1, 1] up to rounding; NaN if one of them is
  /// 0
  public static double cosine(double[] first, double[] second) {
    return dot(first, second) / Math.sqrt(dot(first, first) * dot(second, second));
  }

  /// x W^T + b.
  ///
  /// @param x `[D]`
  /// @return `[K]`
  public static double[] apply(LinearWeights layer, double[] x) {
    if (x.length != layer.inputs()) {
      throw new IllegalArgumentException(
          "a layer of %d inputs got %d".formatted(layer.inputs(), x.length));
    }
    var y = new double[layer.outputs()];
    for (int k = 0; k < y.length; k++) {
      double sum = layer.bias().length == 0 ? 0 : layer.bias()[k];
      for (int d = 0; d < x.length; d++) {
        sum += layer.weight()[k * x.length + d] * x[d];
      }
      y[k] = sum;
    }
    return y;
  }

  /// Probabilities of scores.
  public static double[] softmax(double[] scores) {
    double largest = Arrays.stream(scores).max().orElse(0);
    double[] terms = Arrays.stream(scores).map(score -> Math.exp(score - largest)).toArray();
    double sum = Arrays.stream(terms).sum();
    return Arrays.stream(terms).map(term -> term / sum).toArray();
  }

  static double dot(double[] first, double[] second) {
    requireAlike(first, second);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }

  private static void requireAlike(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "two vectors must be equally long, got %d and %d".formatted(first.length, second.length));
    }
  }
}
