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
    int half = side / 2;
    for (int j = 0; j < STEPS; j++) {
      for (int i = 0; i < STEPS; i++) {
        double middleX = half + (i + 0.5) / STEPS;
        double middleY = half + (j + 0.5) / STEPS;
        fill(coverage[place(i, j)], shape, middleX, middleY);
      }
    }
  }

  /// Index of a place within a pixel.
  ///
  /// @param i steps to the right, in [0, STEPS)
  /// @param j steps down, likewise
  static int place(int i, int j) {
    return j * STEPS + i;
  }

  private void fill(int[] pixels, Shape shape, double middleX, double middleY) {
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        pixels[row * side + column] = covered(shape, column - middleX, row - middleY);
      }
    }
  }

  private static int covered(Shape shape, double left, double top) {
    int hits = 0;
    for (int row = 0; row < SAMPLES; row++) {
      for (int column = 0; column < SAMPLES; column++) {
        double dx = left + (column + 0.5) / SAMPLES;
        double dy = top + (row + 0.5) / SAMPLES;
        hits += shape.covers(dx, dy) ? 1 : 0;
      }
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
