package coretuning.figure;

import java.util.Arrays;

/// A named curve.
///
/// @param name in the legend
/// @param x `[N]` ascending, e.g. epochs or steps
/// @param y `[N]`; NaN and infinite values are shown as marked gaps
public record Series(String name, double[] x, double[] y) {
  public Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "series %s has %d x and %d y".formatted(name, x.length, y.length));
    }
    if (!Arrays.stream(x).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("series " + name + " needs finite x");
    }
  }

  /// The running mean in which a value's weight falls by the given factor at each later value. The
  /// start is unbiased (the weights seen so far are normalised), so a constant stays constant; NaN
  /// and infinite values stay as they are and leave the mean alone.
  ///
  /// @param factor in [0, 0.999]; 0 changes nothing
  Series smoothed(double factor) {
    double[] smooth = y.clone();
    double mean = 0;
    double weight = 0;
    for (int i = 0; i < y.length; i++) {
      if (Double.isFinite(y[i])) {
        mean = factor * mean + (1 - factor) * y[i];
        weight = factor * weight + (1 - factor);
        smooth[i] = mean / weight;
      }
    }
    return new Series(name, x, smooth);
  }
}
