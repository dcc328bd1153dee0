package coretuning.ui.map;

import java.util.Arrays;
import java.util.BitSet;

/// Draws the points of a map into pixels. One thread, no objects for points: 60,000 of them take
/// milliseconds.
final class PointPainter {
  /// Large enough to mix rows that are sorted by class, small enough for the processor to fetch the
  /// rows ahead: a stride of a large share of all takes twice the time at 200,000 points.
  private static final int STRIDE = 61;

  private final int[] pixels;
  private final int width;
  private final int height;
  private double stampRadius = -1;
  private Stamp dot = Stamp.dot(0);
  private Stamp cross = Stamp.cross(0);

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
    cutStamps(ink.radius());
    var place = new Place(viewport, width, height, ink.scale());
    int n = points.size();
    int stride = coprime(Math.min(STRIDE, n - 1), n);
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

  /// While the map is only moved the dots stay as they are.
  private void cutStamps(double radius) {
    if (radius != stampRadius) {
      stampRadius = radius;
      dot = Stamp.dot(radius);
      cross = Stamp.cross(radius);
    }
  }

  /// Blends a stamp in; a place that is not finite lies outside.
  private void stamp(Stamp stamp, double x, double y, int colour) {
    int side = stamp.side;
    if (!(x > -side && x < width + side && y > -side && y < height + side)) {
      return;
    }
    int wholeX = (int) Math.floor(x);
    int wholeY = (int) Math.floor(y);
    int place = Stamp.place((int) ((x - wholeX) * Stamp.STEPS), (int) ((y - wholeY) * Stamp.STEPS));
    Stamp.Covered covered = stamp.places[place];
    int left = wholeX - side / 2;
    int top = wholeY - side / 2;
    boolean isWhole = left >= 0 && top >= 0 && left + side <= width && top + side <= height;
    for (int k = 0; k < covered.share().length; k++) {
      int column = left + covered.right()[k];
      int row = top + covered.down()[k];
      if (isWhole || (column >= 0 && column < width && row >= 0 && row < height)) {
        int at = row * width + column;
        int share = covered.share()[k];
        pixels[at] = share == 256 ? colour : blend(pixels[at], colour, share);
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
