package coretuning.ui.map;

/// A small shape, drawn beforehand with soft edges at 4 x 4 places within a pixel, so that points
/// glide instead of jumping from pixel to pixel.
final class Stamp {
  /// Places within a pixel along each axis.
  static final int STEPS = 4;

  private static final int SAMPLES = 6;

  /// Width and height in pixels.
  final int side;

  /// `[STEPS * STEPS][side * side]` share of each pixel that is covered, 0 to 256; the place (i, j)
  /// is at index `j * STEPS + i`.
  final int[][] coverage;

  private interface Shape {
    boolean covers(double dx, double dy);
  }

  private Stamp(double reach, Shape shape) {
    side = 2 * (int) Math.ceil(reach) + 2;
    coverage = new int[STEPS * STEPS][side * side];
    for (int place = 0; place < coverage.length; place++) {
      double middleX = side / 2 + (place % STEPS + 0.5) / STEPS;
      double middleY = side / 2 + (place / STEPS + 0.5) / STEPS;
      for (int at = 0; at < side * side; at++) {
        coverage[place][at] = covered(shape, at % side - middleX, at / side - middleY);
      }
    }
  }

  private static int covered(Shape shape, double left, double top) {
    int hits = 0;
    for (int s = 0; s < SAMPLES * SAMPLES; s++) {
      double dx = left + (s % SAMPLES + 0.5) / SAMPLES;
      double dy = top + (s / SAMPLES + 0.5) / SAMPLES;
      hits += shape.covers(dx, dy) ? 1 : 0;
    }
    return 256 * hits / (SAMPLES * SAMPLES);
  }

  /// A filled circle.
  ///
  /// @param radius device pixels
  static Stamp dot(double radius) {
    return new Stamp(radius, (dx, dy) -> dx * dx + dy * dy <= radius * radius);
  }

  /// Two diagonal strokes: larger than the dot of that radius, so that it is seen among dots.
  ///
  /// @param radius device pixels
  static Stamp cross(double radius) {
    double arm = 1.25 * radius + 0.5;
    double half = Math.max(0.45 * radius, 0.6);
    return new Stamp(
        arm,
        (dx, dy) ->
            Math.abs(dx) <= arm
                && Math.abs(dy) <= arm
                && Math.min(Math.abs(dx - dy), Math.abs(dx + dy)) <= half * Math.sqrt(2));
  }
}
