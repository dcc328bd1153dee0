package coretuning.ui.map;

import java.util.Arrays;
import java.util.BitSet;

/// Draws the points of a map into pixels. One thread, no objects for points: 60,000 of them take
/// milliseconds.
final class PointPainter {
  private static final double GOLDEN = 0.6180339887498949;

  private final int[] pixels;
  private final int width;
  private final int height;

  /// @param pixels `[height, width]` opaque ARGB
  PointPainter(int[] pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  /// How large and on what points are drawn.
  ///
  /// @param background opaque ARGB
  /// @param grey of points that are not in front
  /// @param radius of a dot, device pixels
  /// @param scale device pixels for a logical one
  record Ink(int background, int grey, double radius, double scale) {}

  /// Fills the pixels anew: first the grey points, then those in front. Rows sorted by class would
  /// let the last class hide the others: rows are walked in a stride.
  void paint(PointCloud points, PointLook look, Viewport viewport, Ink ink) {
    Arrays.fill(pixels, ink.background());
    Stamp dot = Stamp.dot(ink.radius());
    Stamp cross = Stamp.cross(ink.radius());
    var place = new Place(viewport, width, height, ink.scale());
    int n = points.size();
    int stride = coprime((int) (n * GOLDEN), n);
    BitSet front = look.front();
    BitSet shown = look.shown();
    for (int row = shown.nextSetBit(0); row >= 0; row = shown.nextSetBit(row + 1)) {
      if (!front.get(row) && row < n) {
        stamp(dot, place.x(points.x()[row]), place.y(points.y()[row]), ink.grey());
      }
    }
    int row = 0;
    for (int k = 0; k < n; k++) {
      if (front.get(row) && shown.get(row)) {
        stamp(
            look.crossed().get(row) ? cross : dot,
            place.x(points.x()[row]),
            place.y(points.y()[row]),
            look.colours()[row]);
      }
      row += stride;
      row -= row >= n ? n : 0;
    }
  }

  /// From the map's units to device pixels, as one multiplication and one addition.
  private static final class Place {
    private final double factor;
    private final double left;
    private final double top;

    Place(Viewport viewport, int width, int height, double scale) {
      factor = viewport.scale() * scale;
      left = width / 2.0 - viewport.x() * factor;
      top = height / 2.0 + viewport.y() * factor;
    }

    double x(double mapX) {
      return left + mapX * factor;
    }

    double y(double mapY) {
      return top - mapY * factor;
    }
  }

  /// Blends a stamp in; a place that is not finite lies outside. Also called for the smallest dots
  /// of 200,000 points: the cut to the picture is made once, not for every pixel.
  private void stamp(Stamp stamp, double x, double y, int colour) {
    int side = stamp.side;
    if (!(x > -side && x < width + side && y > -side && y < height + side)) {
      return;
    }
    int wholeX = (int) Math.floor(x);
    int wholeY = (int) Math.floor(y);
    int place = Stamp.place((int) ((x - wholeX) * Stamp.STEPS), (int) ((y - wholeY) * Stamp.STEPS));
    int[] coverage = stamp.coverage[place];
    int left = wholeX - side / 2;
    int top = wholeY - side / 2;
    int fromX = Math.max(0, -left);
    int toX = Math.min(side, width - left);
    int toY = Math.min(side, height - top);
    for (int sy = Math.max(0, -top); sy < toY; sy++) {
      int at = (top + sy) * width + left;
      int mask = sy * side;
      for (int sx = fromX; sx < toX; sx++) {
        int covered = coverage[mask + sx];
        if (covered != 0) {
          pixels[at + sx] = covered == 256 ? colour : blend(pixels[at + sx], colour, covered);
        }
      }
    }
  }

  /// Red and blue, and green, each in one multiplication.
  private static int blend(int under, int over, int covered) {
    int rest = 256 - covered;
    int redBlue = ((under & 0xff00ff) * rest + (over & 0xff00ff) * covered) >>> 8 & 0xff00ff;
    int green = ((under & 0x00ff00) * rest + (over & 0x00ff00) * covered) >>> 8 & 0x00ff00;
    return 0xff000000 | redBlue | green;
  }

  private static int coprime(int wished, int n) {
    int stride = Math.max(1, wished);
    while (n > 0 && gcd(stride, n) != 1) {
      stride++;
    }
    return stride;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
