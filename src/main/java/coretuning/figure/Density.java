package coretuning.figure;

import java.util.Arrays;

/// A smooth estimate of how values are distributed: Gaussian kernels of Silverman's bandwidth (0.9
/// min(deviation, interquartile range / 1.34) n^(-1/5)).
///
/// @param values ascending, finite; none for no data
record Density(double[] values, double bandwidth) {
  private static final double NORMAL_QUARTILES = 1.34;
  private static final double SILVERMAN = 0.9;

  /// Of values in any order; those that are not finite are left out.
  ///
  /// @param leastBandwidth keeps values that are all alike visible; above 0
  /// @return without values if none is finite
  static Density of(double[] values, double leastBandwidth) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length < 2) {
      return new Density(sorted, leastBandwidth);
    }
    double mean = Arrays.stream(sorted).average().orElseThrow();
    double variance =
        Arrays.stream(sorted).map(value -> (value - mean) * (value - mean)).sum()
            / (sorted.length - 1);
    double quartiles = (Quantiles.of(sorted, 0.75) - Quantiles.of(sorted, 0.25)) / NORMAL_QUARTILES;
    double width = quartiles > 0 ? Math.min(Math.sqrt(variance), quartiles) : Math.sqrt(variance);
    return new Density(
        sorted, Math.max(leastBandwidth, SILVERMAN * width * Math.pow(sorted.length, -0.2)));
  }

  boolean isEmpty() {
    return values.length == 0;
  }

  /// Probability per unit of the value.
  double at(double x) {
    double sum = 0;
    for (double value : values) {
      double z = (x - value) / bandwidth;
      sum += Math.exp(-0.5 * z * z);
    }
    return sum / (values.length * bandwidth * Math.sqrt(2 * Math.PI));
  }

  /// Value that a share of all lies below.
  ///
  /// @param share in [0, 1]
  double quantile(double share) {
    return Quantiles.of(values, share);
  }
}
