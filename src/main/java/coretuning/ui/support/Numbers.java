package coretuning.ui.support;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// How the window writes numbers: point as decimal sign everywhere, a dash for what is not known.
public final class Numbers {
  /// Stands for a number that is not known (NaN).
  public static final String UNKNOWN = "–";

  private static final int SECONDS_PER_MINUTE = 60;
  private static final int SECONDS_PER_HOUR = 3600;

  private Numbers() {}

  /// A share in [0, 1] in percent with one decimal, e.g. `87.3 %`.
  public static String percent(double share) {
    return Double.isNaN(share) ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /// With three decimals, e.g. a cosine.
  public static String three(double value) {
    return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, "%.3f", value);
  }

  /// With four significant digits, whatever its size; NaN and infinities as they are.
  public static String significant(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    boolean isUsual = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7);
    return isUsual ? rounded.toPlainString() : rounded.toString();
  }

  /// As people type it: `256` for a whole number, `0.1` otherwise, `1.0E-4` as `0.0001`.
  public static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    String text = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    return text.length() > 20 ? Double.toString(value) : text;
  }

  /// A span of time, e.g. `42 s`, `3 min 20 s`, `2 h 5 min`.
  public static String duration(double seconds) {
    if (Double.isNaN(seconds)) {
      return UNKNOWN;
    }
    long whole = Math.round(seconds);
    if (whole < SECONDS_PER_MINUTE) {
      return whole + " s";
    }
    if (whole < SECONDS_PER_HOUR) {
      return whole / SECONDS_PER_MINUTE + " min " + whole % SECONDS_PER_MINUTE + " s";
    }
    return whole / SECONDS_PER_HOUR
        + " h "
        + whole % SECONDS_PER_HOUR / SECONDS_PER_MINUTE
        + " min";
  }
}
