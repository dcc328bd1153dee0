package coretuning.ui.map;

/// An upright rectangle in a map's units.
public record Bounds(double minX, double minY, double maxX, double maxY) {

  /// The smallest one around both.
  public Bounds with(Bounds other) {
    return new Bounds(
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY));
  }

  public double width() {
    return maxX - minX;
  }

  public double height() {
    return maxY - minY;
  }
}
