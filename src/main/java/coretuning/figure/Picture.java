package coretuning.figure;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// A small image of one sample.
///
/// @param width in pixels, at least 1
/// @param height in pixels, at least 1
/// @param rgb `[height, width, 3]` bytes, row-major
public record Picture(int width, int height, byte[] rgb) {
  /// Up to this size pixels stay visible as squares when enlarged, instead of being blurred.
  private static final int PIXEL_ART = 64;

  /// What shows a vector file may blur pixels as it likes: small pictures go there enlarged.
  private static final int VECTOR_ENLARGEMENT = 6;

  public Picture {
    if (width < 1 || height < 1 || rgb.length != 3 * width * height) {
      throw new IllegalArgumentException(
          "picture of %d x %d pixels needs %d bytes, got %d"
              .formatted(width, height, 3L * width * height, rgb.length));
    }
  }

  /// Draws the picture as large as the box allows, undistorted.
  void draw(Canvas canvas, Box box) {
    Box place = box.withAspect(width / (double) height);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      int red = rgb[3 * i] & 0xff;
      int green = rgb[3 * i + 1] & 0xff;
      int blue = rgb[3 * i + 2] & 0xff;
      image.setRGB(i % width, i / width, red << 16 | green << 8 | blue);
    }
    boolean isSmall = Math.max(width, height) <= PIXEL_ART;
    if (isSmall && canvas.isVector()) {
      image = enlarged(image, VECTOR_ENLARGEMENT);
    }
    canvas
        .graphics()
        .setRenderingHint(
            RenderingHints.KEY_INTERPOLATION,
            isSmall
                ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    var graphics = canvas.graphics();
    var before = graphics.getTransform();
    graphics.translate(place.x(), place.y());
    graphics.scale(place.width() / image.getWidth(), place.height() / image.getHeight());
    graphics.drawImage(image, 0, 0, null);
    graphics.setTransform(before);
    canvas.stroke(place.shape(), canvas.style().muted(), 1);
  }

  private static BufferedImage enlarged(BufferedImage image, int factor) {
    var large =
        new BufferedImage(
            factor * image.getWidth(), factor * image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < large.getHeight(); y++) {
      for (int x = 0; x < large.getWidth(); x++) {
        large.setRGB(x, y, image.getRGB(Math.floorDiv(x, factor), Math.floorDiv(y, factor)));
      }
    }
    return large;
  }
}
