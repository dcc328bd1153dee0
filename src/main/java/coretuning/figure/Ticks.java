package coretuning.figure;

import java.util.ArrayList;
import java.util.List;

/// Positions of an axis that get a label: round numbers, never more than asked for.
///
/// @param values ascending, inside the axis
/// @param labels one for each
record Ticks(List<Double> values, List<String> labels) {
  private static final double[] MANTISSAS = {1, 2, 5, 10};

  Ticks {
    values = List.copyOf(values);
    labels = List.copyOf(labels);
    if (values.size() != labels.size()) {
      throw new IllegalArgumentException(
          "%d ticks got %d labels".formatted(values.size(), labels.size()));
    }
  }

  /// Multiples of 1, 2 or 5 times a power of ten.
  ///
  /// @param most at least 1
  /// @param leastStep 1 where only whole numbers make sense, else 0
  static Ticks linear(double min, double max, int most, double leastStep) {
    double step = step((max - min) / Math.max(1, most), leastStep);
    while (Math.floor(max / step + 1e-9) - Math.ceil(min / step - 1e-9) + 1 > Math.max(1, most)) {
      step = step(step * 1.01, leastStep);
    }
    var values = new ArrayList<Double>();
    var labels = new ArrayList<String>();
    long last = (long) Math.floor(max / step + 1e-9);
    for (long i = (long) Math.ceil(min / step - 1e-9); i <= last; i++) {
      values.add(i * step);
      labels.add(Numbers.tick(i * step, step));
    }
    return new Ticks(values, labels);
  }

  /// Powers of ten, thinned if there are too many; 1, 2 and 5 times powers of ten if there are few;
  /// round steps if the axis spans less than a factor of about three.
  static Ticks logarithmic(double min, double max, int most) {
    int first = (int) Math.ceil(Math.log10(min) - 1e-9);
    int last = (int) Math.floor(Math.log10(max) + 1e-9);
    var values = new ArrayList<Double>();
    var labels = new ArrayList<String>();
    if (last - first >= 2 || last - first + 1 >= most) {
      int stride = Math.max(1, (int) Math.ceil((last - first + 1) / (double) Math.max(1, most)));
      for (int exponent = first; exponent <= last; exponent += stride) {
        values.add(Math.pow(10, exponent));
        labels.add(Numbers.power(exponent));
      }
      return new Ticks(values, labels);
    }
    for (int exponent = first - 1; exponent <= last; exponent++) {
      for (double mantissa : new double[] {1, 2, 5}) {
        double value = mantissa * Math.pow(10, exponent);
        if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) {
          values.add(value);
          labels.add(Numbers.tick(value, Math.pow(10, exponent)));
        }
      }
    }
    return values.size() < 2 || values.size() > most
        ? linear(min, max, most, 0)
        : new Ticks(values, labels);
  }

  /// The least nice step that is at least as large as asked for.
  static double step(double atLeast, double leastStep) {
    if (atLeast <= leastStep) {
      return leastStep;
    }
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double mantissa : MANTISSAS) {
      if (mantissa * power >= atLeast * (1 - 1e-9)) {
        return mantissa * power;
      }
    }
    throw new IllegalArgumentException("no tick step for " + atLeast);
  }
}
