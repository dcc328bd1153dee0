package coretuning.figure;

import java.util.Locale;

/// Numbers as figures write them: no more digits than are read, a real minus sign, the same in
/// every locale.
final class Numbers {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numbers() {}

  static String fixed(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean isZero = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    return isZero ? text.replace("-", "") : text.replace('-', '−');
  }

  /// With commas between thousands.
  static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// Three significant digits.
  static String brief(double value) {
    double size = Math.abs(value);
    if (value == 0 || !Double.isFinite(value)) {
      return fixed(value, 0);
    }
    if (size < 1e-3 || size >= 1e6) {
      return scientific(value, 2);
    }
    return fixed(value, Math.max(0, 2 - (int) Math.floor(Math.log10(size))));
  }

  /// The label of a tick on an axis with the given distance between ticks.
  static String tick(double value, double step) {
    double scale = Math.max(Math.abs(value), step);
    if (value == 0) {
      return "0";
    }
    if ((step < 1e-4 && scale < 100 * step) || scale >= 1e6) {
      int digits = (int) Math.floor(Math.log10(scale)) - (int) Math.floor(Math.log10(step) + 1e-9);
      return scientific(value, Math.clamp(digits, 0, 12));
    }
    return fixed(value, Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9)));
  }

  static String power(int exponent) {
    var text = new StringBuilder("10");
    for (char digit : Integer.toString(exponent).toCharArray()) {
      text.append(digit == '-' ? '⁻' : SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String scientific(double value, int decimals) {
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
    String mantissa = fixed(value / Math.pow(10, exponent), decimals);
    if (mantissa.contains(".")) {
      mantissa = mantissa.replaceAll("\\.?0+$", "");
    }
    return mantissa.equals("1") ? power(exponent) : mantissa + "·" + power(exponent);
  }
}
