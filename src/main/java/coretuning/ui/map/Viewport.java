package coretuning.ui.map;

/// The part of a map that is seen: which of its points lies in the middle, and how large a unit is.
/// On the screen y grows downwards, on the map upwards; both axes have one scale.
///
/// @param x of the map in the middle of the screen
/// @param y of the map in the middle of the screen
/// @param scale logical pixels for a unit of the map, above 0
public record Viewport(double x, double y, double scale) {
  /// Room around a map that is fitted, share of the smaller side.
  private static final double MARGIN = 0.05;

  public Viewport {
    if (!(scale > 0) || !Double.isFinite(scale + x + y)) {
      throw new IllegalArgumentException(
          "a viewport needs a finite middle and a scale above 0, got %s, %s and %s"
              .formatted(x, y, scale));
    }
  }

  /// Shows all of a rectangle on a screen of that size.
  public static Viewport fitting(Bounds bounds, double width, double height) {
    double margin = MARGIN * Math.min(width, height);
    double scale =
        Math.min((width - 2 * margin) / bounds.width(), (height - 2 * margin) / bounds.height());
    return new Viewport(
        bounds.minX() + bounds.width() / 2,
        bounds.minY() + bounds.height() / 2,
        Double.isFinite(scale) && scale > 0 ? scale : 1);
  }

  /// Pixels from the left of a screen of that width.
  public double screenX(double mapX, double width) {
    return width / 2 + (mapX - x) * scale;
  }

  /// Pixels from the top of a screen of that height.
  public double screenY(double mapY, double height) {
    return height / 2 - (mapY - y) * scale;
  }

  public double mapX(double screenX, double width) {
    return x + (screenX - width / 2) / scale;
  }

  public double mapY(double screenY, double height) {
    return y - (screenY - height / 2) / scale;
  }

  /// Shifts the picture by so many pixels to the right and down.
  public Viewport panned(double right, double down) {
    return new Viewport(x - right / scale, y + down / scale, scale);
  }

  /// Enlarges the picture; the place at the given offset from the middle of the screen stays.
  ///
  /// @param factor above 0
  /// @param right offset in pixels
  /// @param down offset in pixels
  public Viewport zoomed(double factor, double right, double down) {
    double larger = scale * factor;
    return new Viewport(
        x + right / scale - right / larger, y - down / scale + down / larger, larger);
  }
}
