package coretuning.transform;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Small images placed by hand.
final class Images {
  private Images() {}

  /// All three channels hold the same rows.
  static Image gray(float[]... rows) {
    Image image = Image.black(rows.length, rows[0].length);
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < rows.length; y++) {
        int to = channel * image.area() + y * image.width();
        System.arraycopy(rows[y], 0, image.pixels(), to, image.width());
      }
    }
    return image;
  }

  /// One pixel.
  static Image pixel(float red, float green, float blue) {
    return new Image(1, 1, new float[] {red, green, blue});
  }

  static float[] row(float... values) {
    return values;
  }

  /// The pixel values of the first channel.
  static float[] red(Image image) {
    return java.util.Arrays.copyOf(image.pixels(), image.area());
  }

  /// Random colours.
  static Image random(int height, int width, RandomGenerator random) {
    Image image = Image.black(height, width);
    for (int i = 0; i < image.pixels().length; i++) {
      image.pixels()[i] = random.nextFloat();
    }
    return image;
  }

  static Image copy(Image image) {
    return new Image(image.height(), image.width(), image.pixels().clone());
  }

  /// A generator that must not be asked for anything.
  static RandomGenerator unused() {
    return () -> {
      throw new AssertionError("no randomness was expected");
    };
  }

  /// How many of `trials` differ from `original`.
  static int changed(int trials, Image original, Supplier<Image> trial) {
    int changed = 0;
    for (int i = 0; i < trials; i++) {
      if (!java.util.Arrays.equals(trial.get().pixels(), original.pixels())) {
        changed++;
      }
    }
    return changed;
  }
}
