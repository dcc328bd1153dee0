package coretuning.transform;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Blurs with the given probability by a Gaussian of uniform sigma in pixels, cut off at three
/// sigma; beyond the border the border pixel goes on.
record GaussianBlur(double leastSigma, double mostSigma, double probability) implements Transform {
  private static final double CUT_OFF_SIGMAS = 3;

  @Override
  public Image apply(Image image, RandomGenerator random) {
    if (random.nextDouble() < probability) {
      blur(image, leastSigma + (mostSigma - leastSigma) * random.nextDouble());
    }
    return image;
  }

  /// Blurs in place: rows, then columns.
  static void blur(Image image, double sigma) {
    float[] kernel = kernel(sigma);
    var bordered = new float[image.width() + kernel.length - 1];
    var plane = new float[image.area()];
    for (int channel = 0; channel < Image.CHANNELS; channel++) {
      int start = channel * image.area();
      for (int y = 0; y < image.height(); y++) {
        blurRow(image, start + y * image.width(), kernel, bordered, plane, y * image.width());
      }
      for (int y = 0; y < image.height(); y++) {
        blurColumns(image, y, kernel, plane, start + y * image.width());
      }
    }
  }

  /// Weights of a Gaussian; they add up to 1.
  static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(CUT_OFF_SIGMAS * sigma);
    var kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int k = 0; k < kernel.length; k++) {
      double distance = (k - radius) / sigma;
      kernel[k] = (float) Math.exp(-distance * distance / 2);
      sum += kernel[k];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] = (float) (kernel[k] / sum);
    }
    return kernel;
  }

  private static void blurRow(
      Image image, int from, float[] kernel, float[] bordered, float[] into, int to) {
    int width = image.width();
    int radius = kernel.length / 2;
    float[] pixels = image.pixels();
    Arrays.fill(bordered, 0, radius, pixels[from]);
    System.arraycopy(pixels, from, bordered, radius, width);
    Arrays.fill(bordered, radius + width, bordered.length, pixels[from + width - 1]);
    Arrays.fill(into, to, to + width, 0);
    for (int k = 0; k < kernel.length; k++) {
      float weight = kernel[k];
      for (int x = 0; x < width; x++) {
        into[to + x] += weight * bordered[x + k];
      }
    }
  }

  private static void blurColumns(Image image, int y, float[] kernel, float[] plane, int to) {
    int width = image.width();
    int radius = kernel.length / 2;
    float[] pixels = image.pixels();
    Arrays.fill(pixels, to, to + width, 0);
    for (int k = 0; k < kernel.length; k++) {
      float weight = kernel[k];
      int from = Math.clamp((long) y + k - radius, 0, image.height() - 1) * width;
      for (int x = 0; x < width; x++) {
        pixels[to + x] += weight * plane[from + x];
      }
    }
  }
}
