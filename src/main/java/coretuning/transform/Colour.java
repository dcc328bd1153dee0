package coretuning.transform;

/// The colour changes of torchvision's ColorJitter, each in place and kept within [0, 1].
final class Colour {
  private static final float LUMA_RED = 0.299f;
  private static final float LUMA_GREEN = 0.587f;
  private static final float LUMA_BLUE = 0.114f;

  private Colour() {}

  /// Multiplies by `factor`: mixes with black.
  static void brightness(Image image, float factor) {
    float[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = unit(factor * pixels[i]);
    }
  }

  /// Mixes with the mean luma of the image: `factor` 0 is plain gray, 1 the image itself.
  static void contrast(Image image, float factor) {
    double sum = 0;
    for (int pixel = 0; pixel < image.area(); pixel++) {
      sum += luma(image, pixel);
    }
    float gray = (1 - factor) * (float) (sum / image.area());
    float[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = unit(factor * pixels[i] + gray);
    }
  }

  /// Mixes each pixel with its luma: `factor` 0 is a gray image, 1 the image itself.
  static void saturation(Image image, float factor) {
    float[] pixels = image.pixels();
    int area = image.area();
    for (int pixel = 0; pixel < area; pixel++) {
      float gray = (1 - factor) * luma(image, pixel);
      for (int i = pixel; i < pixels.length; i += area) {
        pixels[i] = unit(factor * pixels[i] + gray);
      }
    }
  }

  /// Replaces each pixel by its luma.
  static void grayscale(Image image) {
    float[] pixels = image.pixels();
    int area = image.area();
    for (int pixel = 0; pixel < area; pixel++) {
      float gray = luma(image, pixel);
      pixels[pixel] = gray;
      pixels[area + pixel] = gray;
      pixels[2 * area + pixel] = gray;
    }
  }

  /// Turns the hue of every pixel; saturation and value (in the HSV sense) stay.
  ///
  /// @param turns share of the colour circle: 1/3 makes red green
  static void hue(Image image, float turns) {
    float[] pixels = image.pixels();
    int area = image.area();
    for (int pixel = 0; pixel < area; pixel++) {
      float red = pixels[pixel];
      float green = pixels[area + pixel];
      float blue = pixels[2 * area + pixel];
      float most = Math.max(red, Math.max(green, blue));
      float least = Math.min(red, Math.min(green, blue));
      float range = most - least;
      if (range == 0) {
        continue;
      }
      float sixths = sixths(red, green, blue, most, range) + 6 * turns;
      pixels[pixel] = channel(sixths + 5, most, range);
      pixels[area + pixel] = channel(sixths + 3, most, range);
      pixels[2 * area + pixel] = channel(sixths + 1, most, range);
    }
  }

  /// Hue in sixths of the circle: 0 red, 2 green, 4 blue; may be negative.
  private static float sixths(float red, float green, float blue, float most, float range) {
    if (most == red) {
      return (green - blue) / range;
    }
    return most == green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  }

  /// One channel of an HSV colour (Smith 1978, in closed form): full near its own hue, `most -
  /// range` on the far side of the circle, linear between.
  private static float channel(float sixths, float most, float range) {
    float around = sixths - 6 * (float) Math.floor(sixths / 6);
    return most - range * unit(Math.min(around, 4 - around));
  }

  private static float luma(Image image, int pixel) {
    float[] pixels = image.pixels();
    int area = image.area();
    return LUMA_RED * pixels[pixel]
        + LUMA_GREEN * pixels[area + pixel]
        + LUMA_BLUE * pixels[2 * area + pixel];
  }

  private static float unit(float value) {
    return Math.min(1, Math.max(0, value));
  }
}
