package coretuning.figure;

import java.util.Arrays;
import java.util.Locale;

/// The numbers that the ends of a colour scale stand for.
///
/// @param from the lightest
/// @param to the darkest, above `from`
/// @param isCapped whether the darkest also stands for larger numbers
public record Range(double from, double to, boolean isCapped) {
  /// A few outliers would press all others into the first colours: the scale ends before them.
  private static final double MOST = 0.98;

  private static final int TENTHS = 10;

  /// Shares and probabilities.
  public static final Range UNIT = new Range(0, 1);

  public Range {
    if (!(to > from)) {
      throw new IllegalArgumentException("a scale cannot go from %s to %s".formatted(from, to));
    }
  }

  /// A scale for all numbers between its ends.
  public Range(double from, double to) {
    this(from, to, false);
  }

  /// From 0 to the 98th percentile of the values, rounded up to two significant digits; to 0.1 if
  /// that is 0.
  ///
  /// @param values NaN and infinite ones are left out
  public static Range ofMost(float[] values) {
    var finite = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite[count++] = value;
      }
    }
    if (count == 0) {
      return new Range(0, 1.0 / TENTHS);
    }
    Arrays.sort(finite, 0, count);
    double border = finite[(int) Math.ceil(MOST * (count - 1))];
    double end = border > 0 ? rounded(border) : 1.0 / TENTHS;
    return new Range(0, end, finite[count - 1] > end);
  }

  /// From the full tenth below all values to the one above them.
  ///
  /// @param values NaN and infinite ones are left out
  public static Range around(float[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      if (Float.isFinite(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    if (least > most) {
      return UNIT;
    }
    double from = Math.floor(TENTHS * least + 1e-6) / TENTHS;
    return new Range(from, Math.max(from + 1.0 / TENTHS, Math.ceil(TENTHS * most - 1e-6) / TENTHS));
  }

  /// Up to two significant digits, so that the end of a scale reads as what it is.
  private static double rounded(double value) {
    double step = Math.pow(TENTHS, Math.floor(Math.log10(value)) - 1);
    return Math.ceil(value / step - 1e-6) * step;
  }

  /// The smallest one around both.
  public Range with(Range other) {
    return new Range(
        Math.min(from, other.from), Math.max(to, other.to), isCapped || other.isCapped);
  }

  /// What is written beside a place on the scale.
  ///
  /// @param share of the scale, in [0, 1]
  public String tick(double share) {
    return (isCapped && share == 1 ? "≥ " : "") + text(at(share));
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
  static String text(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
