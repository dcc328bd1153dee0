package coretuning.spec;

/// Range checks of the records of this package: each failure names the value and the rule.
final class Require {
  private Require() {}

  static double above(String name, double value, double bound) {
    if (!(value > bound) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be above %s, got %s".formatted(name, plain(bound), plain(value)));
    }
    return value;
  }

  static double within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must lie in [%s, %s], got %s"
              .formatted(name, plain(least), plain(most), plain(value)));
    }
    return value;
  }

  static double atLeast(String name, double value, double least) {
    if (!(value >= least) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be at least %s, got %s".formatted(name, plain(least), plain(value)));
    }
    return value;
  }

  static int atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d, got %d".formatted(name, least, value));
    }
    return value;
  }

  static String text(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
    return value;
  }

  /// 1.0 reads as "1": users type whole numbers.
  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
