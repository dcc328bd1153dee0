package coretuning.result;

import java.util.List;

/// One tensor of a file in numbers.
///
/// @param name in the file
/// @param dtype e.g. `F32`
/// @param shape sizes of the dimensions
/// @param min smallest finite value; NaN if there is none, as for max, mean and deviation
/// @param max largest finite value
/// @param mean of the finite values
/// @param deviation standard deviation of the finite values, n in the denominator
/// @param nans number of values that are not a number
/// @param infinities number of infinite values
public record TensorSummary(
    String name,
    String dtype,
    List<Long> shape,
    double min,
    double max,
    double mean,
    double deviation,
    long nans,
    long infinities) {
  public TensorSummary {
    shape = List.copyOf(shape);
  }

  /// Whether training from it could only give NaN.
  public boolean isBroken() {
    return nans > 0 || infinities > 0;
  }
}
