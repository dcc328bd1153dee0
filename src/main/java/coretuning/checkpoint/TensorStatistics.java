package coretuning.checkpoint;

import coretuning.result.TensorSummary;

/// Describes the values of a tensor in one pass each for mean and deviation.
final class TensorStatistics {
  private TensorStatistics() {}

  static TensorSummary of(String name, StoredTensor tensor) {
    double[] values = tensor.values().get().toDoubles();
    long nans = 0;
    long infinities = 0;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double each : values) {
      if (Double.isNaN(each)) {
        nans++;
      } else if (Double.isInfinite(each)) {
        infinities++;
      } else {
        sum += each;
        min = Math.min(min, each);
        max = Math.max(max, each);
      }
    }
    long finite = values.length - nans - infinities;
    double mean = sum / finite;
    return new TensorSummary(
        name,
        tensor.dtype().name(),
        tensor.shape(),
        finite == 0 ? Double.NaN : min,
        finite == 0 ? Double.NaN : max,
        mean,
        deviation(values, mean, finite),
        nans,
        infinities);
  }

  private static double deviation(double[] values, double mean, long finite) {
    double squares = 0;
    for (double each : values) {
      if (Double.isFinite(each)) {
        squares += (each - mean) * (each - mean);
      }
    }
    return Math.sqrt(squares / finite);
  }
}
