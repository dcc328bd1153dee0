package coretuning.ui.map;

import java.util.Arrays;

/// Where the points of a map lie, in the map's own units, y upwards. Points whose coordinates are
/// not finite are nowhere.
///
/// @param x `[N]`, never written to
/// @param y `[N]`, never written to
public record PointCloud(double[] x, double[] y) {
  /// A map without points.
  public static final PointCloud EMPTY = new PointCloud(new double[0], new double[0]);

  public PointCloud {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "points need as many x as y, got %d and %d".formatted(x.length, y.length));
    }
  }

  /// Number of points, N.
  public int size() {
    return x.length;
  }

  /// Whether a point lies anywhere.
  public boolean has(int row) {
    return Double.isFinite(x[row]) && Double.isFinite(y[row]);
  }

  /// The smallest upright rectangle around all points; empty at the origin if there are none.
  public Bounds bounds() {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      if (has(i)) {
        minX = Math.min(minX, x[i]);
        maxX = Math.max(maxX, x[i]);
        minY = Math.min(minY, y[i]);
        maxY = Math.max(maxY, y[i]);
      }
    }
    return minX > maxX ? new Bounds(0, 0, 0, 0) : new Bounds(minX, minY, maxX, maxY);
  }

  /// The points on their straight way to another cloud of as many.
  ///
  /// @param share of the way, in [0, 1]
  public PointCloud towards(PointCloud target, double share) {
    if (target.size() != size()) {
      throw new IllegalArgumentException(
          "%d points cannot move to %d places".formatted(size(), target.size()));
    }
    var newX = new double[x.length];
    var newY = new double[y.length];
    Arrays.setAll(newX, i -> between(x[i], target.x[i], share));
    Arrays.setAll(newY, i -> between(y[i], target.y[i], share));
    return new PointCloud(newX, newY);
  }

  /// A point from nowhere is at its target at once.
  private static double between(double from, double to, double share) {
    return Double.isFinite(from) ? from + share * (to - from) : to;
  }
}
