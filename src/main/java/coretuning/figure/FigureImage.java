package coretuning.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// Paints figures into memory.
public final class FigureImage {
  private FigureImage() {}

  /// A figure's pixels.
  ///
  /// @param type of the image, e.g. [BufferedImage#TYPE_INT_ARGB_PRE]
  /// @param width in device pixels, at least 1
  /// @param height in device pixels, at least 1
  /// @param scale device pixels per logical pixel (1/96 inch), above 0
  public static BufferedImage paint(
      Figure figure, int type, int width, int height, double scale, Style style) {
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException("scale must be above 0, got " + scale);
    }
    var image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(scale, scale);
      figure.draw(graphics, width / scale, height / scale, style);
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
