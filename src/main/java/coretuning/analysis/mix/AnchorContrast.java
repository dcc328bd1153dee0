package coretuning.analysis.mix;

import java.util.Arrays;
import java.util.stream.IntStream;

/// One anchor's row of the focal contrastive loss (Core-tuning, Eq 5):
///
/// ```text
/// p_ij = exp(s_ij / tau) / sum_{k in A_i} exp(s_ik / tau)
/// ```
///
/// @param probabilities `[M]` p_ij of each candidate
/// @param weight mean of (1 - p)^gamma over the positives, in [0, 1]; NaN without positives
/// @param loss mean of -(1 - p)^gamma log p over the positives, nats; NaN without positives
public record AnchorContrast(double[] probabilities, double weight, double loss) {

  /// Of one anchor.
  ///
  /// @param cosines `[M]` s_ij of the candidates A_i, not the anchor itself
  /// @param positives `[M]` whether a candidate is in P_i
  /// @param temperature tau, above 0
  /// @param exponent gamma, at least 0
  public static AnchorContrast of(
      double[] cosines, boolean[] positives, double temperature, double exponent) {
    if (cosines.length != positives.length || !(temperature > 0) || !(exponent >= 0)) {
      throw new IllegalArgumentException(
          "%d cosines, %d roles, temperature %s, exponent %s do not make a loss"
              .formatted(cosines.length, positives.length, temperature, exponent));
    }
    double[] scores = Arrays.stream(cosines).map(s -> s / temperature).toArray();
    double[] p = Vectors.softmax(scores);
    double largest = Arrays.stream(scores).max().orElse(0);
    double logSum = largest + Math.log(Arrays.stream(scores).map(s -> Math.exp(s - largest)).sum());
    int[] own = IntStream.range(0, p.length).filter(j -> positives[j]).toArray();
    double weight =
        Arrays.stream(own)
            .mapToDouble(j -> Math.pow(1 - p[j], exponent))
            .average()
            .orElse(Double.NaN);
    double loss =
        Arrays.stream(own)
            .mapToDouble(j -> Math.pow(1 - p[j], exponent) * (logSum - scores[j]))
            .average()
            .orElse(Double.NaN);
    return new AnchorContrast(p, weight, loss);
  }
}
