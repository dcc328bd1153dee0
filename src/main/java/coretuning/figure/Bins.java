package coretuning.figure;

import java.util.Arrays;

/// Equal bins with round edges that cover some values.
///
/// @param start lower edge of the first bin
/// @param width of every bin, above 0
/// @param size number of bins
record Bins(double start, double width, int size) {
  private static final int FEWEST = 8;
  private static final int MOST = 60;

  /// Bin width after Freedman and Diaconis (1981), 2 IQR / cbrt(n), rounded to 1, 2 or 5 times a
  /// power of ten.
  ///
  /// @param values finite, at least one
  static Bins of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double low = sorted[0];
    double range = sorted[n - 1] - low;
    if (range <= 1e-12 * Math.max(Math.abs(low), Math.abs(sorted[n - 1]))) {
      double width = low == 0 ? 0.1 : Ticks.step(Math.abs(low) * 0.02, 0);
      return new Bins(Math.floor(low / width) * width - 2 * width, width, 5);
    }
    double spread = sorted[3 * (n - 1) / 4] - sorted[(n - 1) / 4];
    double wished = 2 * spread / Math.cbrt(n);
    double width = Ticks.step(Math.clamp(wished, range / MOST, range / FEWEST) * 0.7, 0);
    double start = Math.floor(low / width + 1e-9) * width;
    int size = (int) Math.floor((sorted[n - 1] - start) / width + 1e-9) + 1;
    // A greatest value on an edge belongs to the bin below.
    boolean endsOnEdge = Math.abs(start + (size - 1) * width - sorted[n - 1]) < 1e-9 * width;
    return new Bins(start, width, endsOnEdge && size > 1 ? size - 1 : size);
  }

  double edge(int index) {
    return start + index * width;
  }

  double end() {
    return edge(size);
  }

  /// Number of values in each bin; values that are not finite are in none.
  int[] count(double[] values) {
    int[] counts = new int[size];
    for (double value : values) {
      if (Double.isFinite(value)) {
        int bin = (int) Math.floor((value - start) / width + 1e-9);
        counts[Math.clamp(bin, 0, size - 1)]++;
      }
    }
    return counts;
  }
}
