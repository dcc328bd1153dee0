package coretuning.ui.map;

import coretuning.figure.Style;
import java.nio.IntBuffer;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The pixels of a map on the screen, as many as the screen really has.
final class MapSurface {
  private static final double LEAST_RADIUS = 1.2;
  private static final double MOST_RADIUS = 7;
  private static final double CROWDING = 1.0 / 8;

  private final ImageView picture = new ImageView();
  private Optional<PixelBuffer<IntBuffer>> buffer = Optional.empty();
  private PointPainter painter = new PointPainter(new int[0], 0, 0);
  private double scale = 1;

  MapSurface() {
    picture.setManaged(false);
    picture.setMouseTransparent(true);
  }

  /// The node that shows the pixels.
  ImageView node() {
    return picture;
  }

  /// Takes on a size.
  ///
  /// @param width logical pixels
  /// @param height logical pixels
  /// @param outputScale device pixels for a logical one
  void resize(double width, double height, double outputScale) {
    int wide = Math.max(1, (int) Math.ceil(width * outputScale));
    int high = Math.max(1, (int) Math.ceil(height * outputScale));
    boolean fits =
        buffer.filter(own -> own.getWidth() == wide && own.getHeight() == high).isPresent();
    if (fits && scale == outputScale) {
      return;
    }
    scale = outputScale;
    var fresh =
        new PixelBuffer<>(
            wide, high, IntBuffer.wrap(new int[wide * high]), PixelFormat.getIntArgbPreInstance());
    buffer = Optional.of(fresh);
    painter = new PointPainter(fresh.getBuffer().array(), wide, high);
    picture.setImage(new WritableImage(fresh));
    picture.setFitWidth(wide / scale);
    picture.setFitHeight(high / scale);
  }

  /// Radius of a dot in logical pixels: dots shrink where there are many and grow when one looks
  /// closer.
  ///
  /// @param enlarged how much larger a unit is than where the whole map is seen
  static double radius(int points, double width, double height, double enlarged) {
    double crowded = CROWDING * Math.sqrt(width * height / Math.max(1, points));
    double whole = Math.clamp(crowded, LEAST_RADIUS, 0.65 * MOST_RADIUS);
    return Math.clamp(whole * Math.sqrt(Math.max(1, enlarged)), LEAST_RADIUS, MOST_RADIUS);
  }

  /// Draws the points.
  ///
  /// @param radius logical pixels
  void paint(PointCloud points, PointLook look, Viewport viewport, Style style, double radius) {
    buffer.ifPresent(pixels ->
        pixels.updateBuffer(own -> {
          painter.paint(
              points,
              look,
              viewport,
              new PointPainter.Ink(
                  style.background().getRGB(), style.muted().getRGB(), radius * scale, scale));
          // Empty: all of the picture has changed.
          return null;
        }));
  }
}
