package coretuning.data.image;

/// A hash that survives scaling, re-encoding and slight changes of brightness: 128 signs of the
/// differences between neighbours, along rows and along columns, of the image shrunk to 9 x 9 gray
/// cells ("difference hash", Krawetz 2013).
///
/// @param rows signs along rows
/// @param columns signs along columns
public record PictureHash(long rows, long columns) {
  private static final int CELLS = 9;

  /// Hashes an image of at least one pixel.
  public static PictureHash of(Planes planes) {
    double[] cells = cells(planes);
    long rows = 0;
    long columns = 0;
    for (int i = 0; i < 64; i++) {
      int at = i / 8 * CELLS + i % 8;
      rows |= (cells[at + 1] > cells[at] ? 1L : 0L) << i;
      columns |= (cells[at + CELLS] > cells[at] ? 1L : 0L) << i;
    }
    return new PictureHash(rows, columns);
  }

  /// Mean gray of each cell, the whole image being divided evenly.
  private static double[] cells(Planes planes) {
    var cells = new double[CELLS * CELLS];
    for (int row = 0; row < CELLS; row++) {
      int top = row * planes.height() / CELLS;
      int bottom = Math.max(top + 1, (row + 1) * planes.height() / CELLS);
      for (int column = 0; column < CELLS; column++) {
        int left = column * planes.width() / CELLS;
        int right = Math.max(left + 1, (column + 1) * planes.width() / CELLS);
        cells[row * CELLS + column] = mean(planes, top, bottom, left, right);
      }
    }
    return cells;
  }

  private static double mean(Planes planes, int top, int bottom, int left, int right) {
    long sum = 0;
    int area = planes.width() * planes.height();
    for (int channel = 0; channel < planes.channels(); channel++) {
      for (int y = top; y < bottom; y++) {
        int line = planes.offset() + channel * area + y * planes.width();
        for (int x = left; x < right; x++) {
          sum += planes.bytes()[line + x] & 0xff;
        }
      }
    }
    // Whole grays: the hash must not hang on the rounding of a sum.
    return Math.round(sum / (double) ((bottom - top) * (right - left) * planes.channels()));
  }

  /// Whether there is enough structure in the image for its hash to say something: plain areas all
  /// look alike.
  public boolean isTelling() {
    int set = Long.bitCount(rows) + Long.bitCount(columns);
    return set >= 20 && set <= 108;
  }

  /// Number of signs that differ.
  public int distance(PictureHash other) {
    return Long.bitCount(rows ^ other.rows) + Long.bitCount(columns ^ other.columns);
  }
}
