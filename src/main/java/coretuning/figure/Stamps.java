package coretuning.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/// Draws very many equal dots fast: each colour is drawn once, smooth, and then copied to whole
/// device pixels. Positions are off by up to half a device pixel.
final class Stamps {
  private static final double OPACITY = 0.82;

  private final Graphics2D device;
  private final AffineTransform toDevice;
  private final double radius;
  private final Map<Color, BufferedImage> stamps = new HashMap<>();

  /// @param radius of the dots, logical pixels
  Stamps(Canvas canvas, double radius) {
    toDevice = canvas.graphics().getTransform();
    device = (Graphics2D) canvas.graphics().create();
    device.setTransform(new AffineTransform());
    this.radius = radius * toDevice.getScaleX();
  }

  void dot(double x, double y, Color color) {
    BufferedImage stamp = stamps.computeIfAbsent(color, this::stamp);
    double deviceX = x * toDevice.getScaleX() + toDevice.getTranslateX();
    double deviceY = y * toDevice.getScaleY() + toDevice.getTranslateY();
    double half = stamp.getWidth() / 2.0;
    device.drawImage(
        stamp, (int) Math.round(deviceX - half), (int) Math.round(deviceY - half), null);
  }

  void close() {
    device.dispose();
  }

  private BufferedImage stamp(Color color) {
    int size = (int) Math.ceil(2 * radius) + 2;
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Palette.translucent(color, OPACITY));
    graphics.fill(Mark.DOT.shape(size / 2.0, size / 2.0, radius));
    graphics.dispose();
    return image;
  }
}
