package coretuning.data.image;

/// Images of equal size that lie in memory one after another, as the binary formats store them.
///
/// @param bytes `[count, channels, height, width]`
public record RawPixels(int channels, int height, int width, byte[] bytes) implements PixelSource {

  @Override
  public int count() {
    return bytes.length / (channels * height * width);
  }

  @Override
  public void read(int index, int size, byte[] into) {
    int offset = index * channels * height * width;
    new Planes(channels, height, width, bytes, offset).writeSquare(size, into);
  }
}
