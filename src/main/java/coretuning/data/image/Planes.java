package coretuning.data.image;

/// One uint8 image, channel by channel.
///
/// @param channels 1 (gray) or 3 (red, green, blue)
/// @param height in pixels
/// @param width in pixels
/// @param bytes holds the image as `[channels, height, width]`
/// @param offset where in `bytes` it starts
public record Planes(int channels, int height, int width, byte[] bytes, int offset) {

  /// Writes the centred square of the shorter side, resized to `size` x `size`: the same as
  /// resizing the shorter side to `size` and cropping the centre. An image that has the size
  /// already is copied bit for bit.
  ///
  /// @param into gets `[channels, size, size]`
  public void writeSquare(int size, byte[] into) {
    if (width == size && height == size) {
      System.arraycopy(bytes, offset, into, 0, channels * size * size);
      return;
    }
    int side = Math.min(width, height);
    int top = (height - side) / 2;
    var columns = TriangleFilter.of((width - side) / 2, side, size);
    var rows = TriangleFilter.of(0, side, size);
    var narrowed = new float[side * size];
    for (int channel = 0; channel < channels; channel++) {
      for (int y = 0; y < side; y++) {
        narrow((channel * height + top + y) * width + offset, columns, narrowed, y * size);
      }
      flatten(narrowed, rows, into, channel * size * size);
    }
  }

  /// Resizes one row of pixels, which starts at `start`.
  private void narrow(int start, TriangleFilter columns, float[] into, int at) {
    for (int x = 0; x < columns.outputs(); x++) {
      float[] weights = columns.weights(x);
      int source = start + columns.first(x);
      float sum = 0;
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] * (bytes[source + k] & 0xff);
      }
      into[at + x] = sum;
    }
  }

  /// Resizes the columns of a narrowed image and rounds.
  private static void flatten(float[] narrowed, TriangleFilter rows, byte[] into, int at) {
    int size = rows.outputs();
    for (int y = 0; y < size; y++) {
      float[] weights = rows.weights(y);
      int first = rows.first(y);
      for (int x = 0; x < size; x++) {
        float sum = 0;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * narrowed[(first + k) * size + x];
        }
        into[at + y * size + x] = (byte) Math.clamp(Math.round(sum), 0, 255);
      }
    }
  }
}
