package coretuning.transform;

import coretuning.data.image.TriangleFilter;
import java.util.random.RandomGenerator;

/// The whole image at `size` x `size`: bilinear, and when shrinking antialiased, as torchvision
/// resizes images by default.
record Resize(int size) implements Transform {

  @Override
  public Image apply(Image image, RandomGenerator random) {
    return window(image, 0, 0, image.height(), image.width(), size);
  }

  /// Resizes the window of `height` x `width` pixels from (`left`, `top`) on to `size` x `size`.
  /// Pixels outside the window have no influence.
  static Image window(Image image, int top, int left, int height, int width, int size) {
    if (image.height() == size && image.width() == size && height == size && width == size) {
      return image;
    }
    var columns = TriangleFilter.of(left, width, size);
    var rows = TriangleFilter.of(0, height, size);
    Image resized = Image.black(size, size);
    var narrowed = new float[height * size];
    for (int channel = 0; channel < Image.CHANNELS; channel++) {
      for (int y = 0; y < height; y++) {
        int start = (channel * image.height() + top + y) * image.width();
        narrow(image.pixels(), start, columns, narrowed, y * size);
      }
      flatten(narrowed, rows, resized.pixels(), channel * size * size);
    }
    return resized;
  }

  private static void narrow(
      float[] pixels, int start, TriangleFilter columns, float[] into, int at) {
    for (int x = 0; x < columns.outputs(); x++) {
      float[] weights = columns.weights(x);
      int first = start + columns.first(x);
      float sum = 0;
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] * pixels[first + k];
      }
      into[at + x] = sum;
    }
  }

  /// Adds up whole rows, so that the inner loop runs along memory.
  private static void flatten(float[] narrowed, TriangleFilter rows, float[] into, int at) {
    int size = rows.outputs();
    for (int y = 0; y < size; y++) {
      float[] weights = rows.weights(y);
      int to = at + y * size;
      for (int k = 0; k < weights.length; k++) {
        float weight = weights[k];
        int from = (rows.first(y) + k) * size;
        for (int x = 0; x < size; x++) {
          into[to + x] += weight * narrowed[from + x];
        }
      }
    }
  }
}
