package coretuning.transform;

import java.util.random.RandomGenerator;

/// Mirrors left and right with the given probability.
record HorizontalFlip(double probability) implements Transform {

  @Override
  public Image apply(Image image, RandomGenerator random) {
    if (random.nextDouble() < probability) {
      mirror(image);
    }
    return image;
  }

  private static void mirror(Image image) {
    float[] pixels = image.pixels();
    for (int row = 0; row < Image.CHANNELS * image.height(); row++) {
      int left = row * image.width();
      int right = left + image.width() - 1;
      while (left < right) {
        float kept = pixels[left];
        pixels[left++] = pixels[right];
        pixels[right--] = kept;
      }
    }
  }
}
