package coretuning.transform;

import java.util.random.RandomGenerator;

/// A random `size` x `size` window of the image, which first gets `padding` black pixels on each
/// side.
record RandomCrop(int size, int padding) implements Transform {

  @Override
  public Image apply(Image image, RandomGenerator random) {
    int freeRows = image.height() + 2 * padding - size;
    int freeColumns = image.width() + 2 * padding - size;
    if (freeRows < 0 || freeColumns < 0) {
      throw new IllegalArgumentException(
          "a crop of %d does not fit an image of %d x %d with padding %d"
              .formatted(size, image.width(), image.height(), padding));
    }
    int top = random.nextInt(freeRows + 1) - padding;
    int left = random.nextInt(freeColumns + 1) - padding;
    return window(image, top, left);
  }

  /// The window whose upper left corner is pixel (`left`, `top`), black outside the image.
  Image window(Image image, int top, int left) {
    Image cropped = Image.black(size, size);
    int firstColumn = Math.max(0, -left);
    int columns = Math.min(size, image.width() - left) - firstColumn;
    if (columns <= 0) {
      return cropped;
    }
    for (int channel = 0; channel < Image.CHANNELS; channel++) {
      for (int y = Math.max(0, -top); y < Math.min(size, image.height() - top); y++) {
        int from = (channel * image.height() + top + y) * image.width() + left + firstColumn;
        int to = (channel * size + y) * size + firstColumn;
        System.arraycopy(image.pixels(), from, cropped.pixels(), to, columns);
      }
    }
    return cropped;
  }
}
