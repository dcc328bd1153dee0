package coretuning.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mean and spread of a few values.
///
/// @param count of values
/// @param mean NaN if there are none or one is NaN
/// @param deviation sample standard deviation (divisor n - 1); NaN for fewer than two values
record Statistics(int count, double mean, double deviation) {
  private static final double CONFIDENCE = 0.95;

  static Statistics of(Collection<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  static Statistics of(double... values) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Statistics(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
  }

  /// Differences of two methods over the seeds that both have: the spread that the seeds share
  /// cancels.
  ///
  /// @param values by seed
  /// @param others by seed, taken off
  static Statistics paired(Map<Long, Double> values, Map<Long, Double> others) {
    return of(differences(values, others));
  }

  /// The differences themselves, in the order of `values`.
  static List<Double> differences(Map<Long, Double> values, Map<Long, Double> others) {
    var differences = new ArrayList<Double>();
    values.forEach((seed, value) ->
        Optional.ofNullable(others.get(seed)).ifPresent(other -> differences.add(value - other)));
    return differences;
  }

  /// Half the width of the 95 % t-interval of the mean; NaN for fewer than two values.
  double halfInterval() {
    return count < 2
        ? Double.NaN
        : StudentT.quantile(CONFIDENCE, count - 1) * deviation / Math.sqrt(count);
  }
}
