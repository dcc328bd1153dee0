package coretuning.figure;

/// Values that a share of all lies below, by linear interpolation between the ordered values.
final class Quantiles {
  private Quantiles() {}

  /// Finds one.
  ///
  /// @param sorted ascending, finite
  /// @param share in [0, 1]
  /// @return NaN if there are no values
  static double of(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
