package coretuning.report;

import java.util.Arrays;

/// Mean and spread of a few values.
///
/// @param count of values
/// @param mean NaN if there are none or one is NaN
/// @param deviation sample standard deviation (divisor n - 1); NaN for fewer than two values
record Statistics(int count, double mean, double deviation) {
  private static final double CONFIDENCE = 0.95;

  static Statistics of(double... values) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Statistics(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
  }

  /// Half the width of the 95 % t-interval of the mean; NaN for fewer than two values.
  double halfInterval() {
    return count < 2
        ? Double.NaN
        : StudentT.quantile(CONFIDENCE, count - 1) * deviation / Math.sqrt(count);
  }
}
