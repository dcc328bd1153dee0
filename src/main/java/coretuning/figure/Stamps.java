package coretuning.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Draws very many equal dots fast: each colour is drawn once, smooth, and then copied to whole
/// device pixels. Positions are off by up to half a device pixel. On a vector medium each dot is a
/// shape of its own, where it belongs.
final class Stamps {
  private static final double OPACITY = 0.82;

  private final Canvas canvas;
  private final double logicalRadius;

  /// Draws in device pixels; none on a vector medium, which has no pixels.
  private final Optional<Graphics2D> device;

  private final AffineTransform toDevice;
  private final double radius;
  private final Map<Color, BufferedImage> stamps = new HashMap<>();

  /// @param radius of the dots, logical pixels
  Stamps(Canvas canvas, double radius) {
    this.canvas = canvas;
    logicalRadius = radius;
    toDevice = canvas.graphics().getTransform();
    device = canvas.isVector() ? Optional.empty() : Optional.of(pixels(canvas));
    this.radius = radius * toDevice.getScaleX();
  }

  void dot(double x, double y, Color color) {
    if (device.isEmpty()) {
      double size = 2 * logicalRadius;
      canvas.fill(
          new Ellipse2D.Double(x - logicalRadius, y - logicalRadius, size, size),
          Palette.translucent(color, OPACITY));
      return;
    }
    BufferedImage stamp = stamps.computeIfAbsent(color, this::stamp);
    double deviceX = x * toDevice.getScaleX() + toDevice.getTranslateX();
    double deviceY = y * toDevice.getScaleY() + toDevice.getTranslateY();
    double half = stamp.getWidth() / 2.0;
    device
        .get()
        .drawImage(stamp, (int) Math.round(deviceX - half), (int) Math.round(deviceY - half), null);
  }

  void close() {
    device.ifPresent(Graphics2D::dispose);
  }

  private static Graphics2D pixels(Canvas canvas) {
    var device = (Graphics2D) canvas.graphics().create();
    device.setTransform(new AffineTransform());
    return device;
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
