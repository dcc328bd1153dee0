package coretuning.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A scale from values to positions along one side of a plot.
///
/// @param label beside the axis, with the unit; may be empty
/// @param start value at the left or lower end
/// @param end value at the right or upper end; below start on a reversed axis
/// @param categories names at 0, 1, 2, ... of a categorical axis, else empty
record Axis(String label, double start, double end, Scale scale, List<String> categories) {
  enum Scale {
    LINEAR,
    /// Ticks at whole numbers only: epochs, steps, counts.
    INTEGER,
    LOGARITHMIC,
    CATEGORICAL
  }

  Axis {
    categories = List.copyOf(categories);
    if (!Double.isFinite(start) || !Double.isFinite(end) || start == end) {
      throw new IllegalArgumentException(
          "axis %s needs two distinct finite ends, got %s and %s".formatted(label, start, end));
    }
    if (scale == Scale.LOGARITHMIC && !(start > 0 && end > 0)) {
      throw new IllegalArgumentException("a logarithmic axis needs ends above 0, got " + start);
    }
  }

  /// An axis that shows the given range with a little room on both sides. One value alone gets room
  /// too.
  static Axis around(String label, double low, double high, Scale scale) {
    if (scale == Scale.LOGARITHMIC) {
      double factor = high > low ? Math.pow(high / low, 0.05) : 2;
      return new Axis(label, low / factor, high * factor, scale, List.of());
    }
    // Differences below rounding would give axes whose ticks all read the same.
    boolean isPoint = high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
    double pad = isPoint ? Math.max(Math.abs(high) * 0.1, 1e-3) : (high - low) * 0.05;
    if (isPoint && high == 0) {
      pad = 1;
    }
    return new Axis(label, low - pad, high + pad, scale, List.of());
  }

  /// From zero up to the given value and a little more: for bars.
  static Axis fromZero(String label, double high) {
    return new Axis(label, 0, high > 0 ? high * 1.1 : 1, Scale.LINEAR, List.of());
  }

  static Axis categories(String label, List<String> names) {
    return new Axis(label, -0.5, names.size() - 0.5, Scale.CATEGORICAL, names);
  }

  Axis reversed() {
    return new Axis(label, end, start, scale, categories);
  }

  /// 0 at the start, 1 at the end.
  double fraction(double value) {
    if (scale == Scale.LOGARITHMIC) {
      return Math.log(value / start) / Math.log(end / start);
    }
    return (value - start) / (end - start);
  }

  /// Whether a value has a place on this kind of axis at all.
  boolean canShow(double value) {
    return Double.isFinite(value) && (scale != Scale.LOGARITHMIC || value > 0);
  }

  /// @param most number of ticks, at least 1
  Ticks ticks(int most) {
    double low = Math.min(start, end);
    double high = Math.max(start, end);
    return switch (scale) {
      case LINEAR -> Ticks.linear(low, high, most, 0);
      case INTEGER -> Ticks.linear(low, high, most, 1);
      case LOGARITHMIC -> Ticks.logarithmic(low, high, most);
      case CATEGORICAL -> everyNth(most);
    };
  }

  private Ticks everyNth(int most) {
    int stride = (int) Math.ceil(categories.size() / (double) Math.max(1, most));
    var values = new ArrayList<Double>();
    var labels = new ArrayList<String>();
    IntStream.iterate(0, i -> i < categories.size(), i -> i + stride)
        .forEach(i -> {
          values.add((double) i);
          labels.add(categories.get(i));
        });
    return new Ticks(values, labels);
  }
}
