package coretuning.ui.map;

import java.util.Arrays;

/// A closed line drawn on a map, in the map's units: what lies inside is chosen. Where it crosses
/// itself, the even-odd rule says what is inside.
///
/// @param x `[M]` of the corners, in order
/// @param y `[M]`
public record Outline(double[] x, double[] y) {
  public Outline {
    if (x.length != y.length || x.length < 3) {
      throw new IllegalArgumentException(
          "an outline needs at least 3 corners, got %d and %d".formatted(x.length, y.length));
    }
  }

  /// The upright rectangle with these opposite corners.
  public static Outline rectangle(double x1, double y1, double x2, double y2) {
    return new Outline(new double[] {x1, x2, x2, x1}, new double[] {y1, y1, y2, y2});
  }

  /// The smallest upright rectangle around it.
  Bounds bounds() {
    var rangeX = Arrays.stream(x).summaryStatistics();
    var rangeY = Arrays.stream(y).summaryStatistics();
    return new Bounds(rangeX.getMin(), rangeY.getMin(), rangeX.getMax(), rangeY.getMax());
  }

  /// Whether a place lies inside: a ray from it to the right crosses the line an odd number of
  /// times.
  public boolean contains(double px, double py) {
    boolean inside = false;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if (y[i] > py != y[j] > py && px < x[j] + (py - y[j]) * (x[i] - x[j]) / (y[i] - y[j])) {
        inside = !inside;
      }
    }
    return inside;
  }
}
