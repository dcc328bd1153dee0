package coretuning.spec;

/// The size of a figure on paper and its resolution.
///
/// @param width in `unit`; with `height` between 16 and 20000 pixels at `dpi`
/// @param height in `unit`
/// @param dpi pixels per inch, 30 to 2400: the sharpness of PNG files, and what a pixel measures
public record Sheet(double width, double height, Unit unit, int dpi) {
  private static final int SMALLEST_SIDE = 16;
  private static final int LARGEST_SIDE = 20_000;
  private static final int LEAST_DPI = 30;
  private static final int MOST_DPI = 2400;
  private static final double LOGICAL_DPI = 96;
  private static final double POINTS_PER_INCH = 72;

  /// Units of length.
  public enum Unit {
    MM,
    INCH,
    /// As many to the inch as the resolution says.
    PX;

    private double inches(double length, int dpi) {
      return switch (this) {
        case MM -> length / 25.4;
        case INCH -> length;
        case PX -> length / dpi;
      };
    }
  }

  public Sheet {
    if (dpi < LEAST_DPI || dpi > MOST_DPI) {
      throw new IllegalArgumentException(
          "dpi must lie in [%d, %d], got %d".formatted(LEAST_DPI, MOST_DPI, dpi));
    }
    long columns = Math.round(unit.inches(width, dpi) * dpi);
    long rows = Math.round(unit.inches(height, dpi) * dpi);
    if (Math.min(columns, rows) < SMALLEST_SIDE || Math.max(columns, rows) > LARGEST_SIDE) {
      throw new IllegalArgumentException(
          "width and height must lie in [%d, %d] pixels, got %d x %d"
              .formatted(SMALLEST_SIDE, LARGEST_SIDE, columns, rows));
    }
  }

  /// A size in pixels.
  public static Sheet ofPixels(int width, int height, int dpi) {
    return new Sheet(width, height, Unit.PX, dpi);
  }

  /// Columns of a PNG file.
  public int pixelWidth() {
    return (int) Math.round(unit.inches(width, dpi) * dpi);
  }

  /// Rows of a PNG file.
  public int pixelHeight() {
    return (int) Math.round(unit.inches(height, dpi) * dpi);
  }

  /// Pixels of a PNG file per logical pixel of 1/96 inch.
  public double scale() {
    return dpi / LOGICAL_DPI;
  }

  /// In logical pixels of 1/96 inch.
  public double logicalWidth() {
    return unit.inches(width, dpi) * LOGICAL_DPI;
  }

  /// In logical pixels of 1/96 inch.
  public double logicalHeight() {
    return unit.inches(height, dpi) * LOGICAL_DPI;
  }

  /// In points of 1/72 inch.
  public double pointWidth() {
    return unit.inches(width, dpi) * POINTS_PER_INCH;
  }

  /// In points of 1/72 inch.
  public double pointHeight() {
    return unit.inches(height, dpi) * POINTS_PER_INCH;
  }
}
