package coretuning.transform;

/// One image on its way through a pipeline.
///
/// @param height in pixels
/// @param width in pixels
/// @param pixels `[3, height, width]` red, green, blue in [0, 1]; a transform may write to it
record Image(int height, int width, float[] pixels) {
  static final int CHANNELS = 3;
  private static final float[] BYTE_TO_UNIT = byteToUnit();

  Image {
    if (pixels.length != CHANNELS * height * width) {
      throw new IllegalArgumentException(
          "an image of %d x %d needs %d values, got %d"
              .formatted(width, height, CHANNELS * height * width, pixels.length));
    }
  }

  /// A black image.
  static Image black(int height, int width) {
    return new Image(height, width, new float[CHANNELS * height * width]);
  }

  /// Scales bytes to [0, 1]; gray is repeated in all three channels.
  ///
  /// @param bytes `[channels, size, size]`
  /// @param channels 1 or 3
  static Image of(byte[] bytes, int channels, int size) {
    int area = size * size;
    var pixels = new float[CHANNELS * area];
    for (int i = 0; i < channels * area; i++) {
      pixels[i] = BYTE_TO_UNIT[bytes[i] & 0xff];
    }
    if (channels == 1) {
      System.arraycopy(pixels, 0, pixels, area, area);
      System.arraycopy(pixels, 0, pixels, 2 * area, area);
    }
    return new Image(size, size, pixels);
  }

  /// Pixels of one channel.
  int area() {
    return height * width;
  }

  private static float[] byteToUnit() {
    var table = new float[256];
    for (int value = 0; value < table.length; value++) {
      table[value] = value / 255f;
    }
    return table;
  }
}
