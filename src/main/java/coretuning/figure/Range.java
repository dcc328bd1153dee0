package coretuning.figure;

import java.util.Locale;

/// The numbers that the ends of a colour scale stand for.
///
/// @param from the lightest
/// @param to the darkest, above `from`
public record Range(double from, double to) {
  /// Shares and probabilities.
  public static final Range UNIT = new Range(0, 1);

  public Range {
    if (!(to > from)) {
      throw new IllegalArgumentException("a scale cannot go from %s to %s".formatted(from, to));
    }
  }

  /// From 0 to the next full tenth above all values; to 0.1 if all are 0.
  public static Range above(float[] values) {
    double most = 0;
    for (float value : values) {
      most = Float.isFinite(value) ? Math.max(most, value) : most;
    }
    return new Range(0, Math.max(1, Math.ceil(10 * most - 1e-6)) / 10);
  }

  /// The smallest one around both.
  public Range with(Range other) {
    return new Range(Math.min(from, other.from), Math.max(to, other.to));
  }

  /// Where a value lies, in [0, 1]; NaN for NaN.
  double share(double value) {
    return Double.isNaN(value) ? value : Math.clamp((value - from) / (to - from), 0.0, 1.0);
  }

  /// The value at a share of the scale.
  public double at(double share) {
    return from + (to - from) * share;
  }

  /// A value as it is written beside a scale.
  public static String text(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
