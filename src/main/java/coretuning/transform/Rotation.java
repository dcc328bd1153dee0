package coretuning.transform;

import java.util.random.RandomGenerator;

/// Rotates about the image's centre by a uniform angle in [-degrees, degrees]; bilinear, black
/// outside.
record Rotation(double degrees) implements Transform {

  @Override
  public Image apply(Image image, RandomGenerator random) {
    return degrees == 0 ? image : rotated(image, (2 * random.nextDouble() - 1) * degrees);
  }

  /// Rotates counter-clockwise.
  static Image rotated(Image image, double degrees) {
    double cosine = Math.cos(Math.toRadians(degrees));
    double sine = Math.sin(Math.toRadians(degrees));
    double centreX = (image.width() - 1) / 2.0;
    double centreY = (image.height() - 1) / 2.0;
    Image rotated = Image.black(image.height(), image.width());
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double right = x - centreX;
        double down = y - centreY;
        // Rows grow downwards: seen by the eye this turns the image counter-clockwise.
        double fromX = centreX + cosine * right - sine * down;
        double fromY = centreY + sine * right + cosine * down;
        sample(image, fromX, fromY, rotated.pixels(), y * image.width() + x);
      }
    }
    return rotated;
  }

  /// Mixes the four pixels around a point into all channels of pixel `to`.
  private static void sample(Image image, double fromX, double fromY, float[] into, int to) {
    int left = (int) Math.floor(fromX);
    int top = (int) Math.floor(fromY);
    for (int corner = 0; corner < 4; corner++) {
      int x = left + (corner & 1);
      int y = top + (corner >> 1);
      double weight = (1 - Math.abs(fromX - x)) * (1 - Math.abs(fromY - y));
      if (x < 0 || x >= image.width() || y < 0 || y >= image.height() || weight <= 0) {
        continue;
      }
      for (int channel = 0; channel < Image.CHANNELS; channel++) {
        int plane = channel * image.area();
        into[plane + to] += (float) weight * image.pixels()[plane + y * image.width() + x];
      }
    }
  }
}
