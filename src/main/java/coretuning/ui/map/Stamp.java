package coretuning.ui.map;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A small shape, drawn beforehand with soft edges at 4 x 4 places within a pixel, so that points
/// glide instead of jumping from pixel to pixel.
final class Stamp {
  /// Places within a pixel along each axis.
  static final int STEPS = 4;

  private static final int SAMPLES = 6;

  /// Width and height in pixels.
  final int side;

  /// What it covers at each place within a pixel; the place (i, j) is at index `j * STEPS + i`.
  final Covered[] places = new Covered[STEPS * STEPS];

  private interface Shape {
    boolean covers(double dx, double dy);
  }

  /// The pixels that are covered at all: few of the square that holds the shape.
  ///
  /// @param right columns from the square's left
  /// @param down rows from the square's top
  /// @param share covered of each pixel, 1 to 256
  record Covered(int[] right, int[] down, int[] share) {}

  private Stamp(double reach, Shape shape) {
    side = 2 * (int) Math.ceil(reach) + 2;
    int half = side / 2;
    for (int j = 0; j < STEPS; j++) {
      for (int i = 0; i < STEPS; i++) {
        double middleX = half + (i + 0.5) / STEPS;
        double middleY = half + (j + 0.5) / STEPS;
        places[place(i, j)] = covered(shape, middleX, middleY);
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

  private Covered covered(Shape shape, double middleX, double middleY) {
    int[] all =
        IntStream.range(0, side * side)
            .filter(at -> share(shape, at % side - middleX, Math.floorDiv(at, side) - middleY) > 0)
            .toArray();
    return new Covered(
        Arrays.stream(all).map(at -> at % side).toArray(),
        Arrays.stream(all).map(at -> at / side).toArray(),
        Arrays.stream(all)
            .map(at -> share(shape, at % side - middleX, Math.floorDiv(at, side) - middleY))
            .toArray());
  }

  private static int share(Shape shape, double left, double top) {
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
