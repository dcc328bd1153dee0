package coretuning.analysis.map;

/// Widths of t-SNE's Gaussians: for each point that for which its neighbours' distribution has the
/// asked perplexity, exp of its entropy in nats (van der Maaten and Hinton 2008, section 2).
final class Perplexity {
  private static final double TOLERANCE = 1e-6;
  private static final int BISECTIONS = 80;

  private Perplexity() {}

  /// The perplexity that N points can have: capped to (N - 1) / 3, so that three times as many
  /// neighbours exist.
  static double capped(double asked, int n) {
    return Math.min(asked, (n - 1) / 3.0);
  }

  /// Probabilities of one point's neighbours, proportional to exp(-beta d^2).
  ///
  /// If more neighbours than the perplexity lie at the least distance, no beta reaches it: those
  /// share the probability evenly.
  ///
  /// @param squared `[k]` squared distances
  /// @param perplexity above 0, at most k
  /// @return `[k]`, adding up to 1
  static double[] calibrate(double[] squared, double perplexity) {
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (double distance : squared) {
      least = Math.min(least, distance);
      sum += distance;
    }
    double asked = Math.log(perplexity);
    var p = new double[squared.length];
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double spread = sum / squared.length - least;
    double beta = spread > 0 ? 1 / spread : 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double entropy = fill(squared, least, beta, p);
      if (Math.abs(entropy - asked) < TOLERANCE) {
        break;
      }
      if (entropy > asked) {
        low = beta;
        beta = high == Double.POSITIVE_INFINITY ? 2 * beta : (low + high) / 2;
      } else {
        high = beta;
        beta = (low + high) / 2;
      }
    }
    return p;
  }

  /// Fills in the probabilities; measuring from the least distance keeps them from all vanishing.
  ///
  /// @return their entropy in nats
  private static double fill(double[] squared, double least, double beta, double[] p) {
    double total = 0;
    double weighted = 0;
    for (int j = 0; j < p.length; j++) {
      double distance = squared[j] - least;
      p[j] = Math.exp(-beta * distance);
      total += p[j];
      weighted += p[j] * distance;
    }
    for (int j = 0; j < p.length; j++) {
      p[j] /= total;
    }
    return Math.log(total) + beta * weighted / total;
  }
}
