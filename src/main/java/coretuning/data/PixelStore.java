package coretuning.data;

import coretuning.data.image.PixelSource;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// All images of a data set at one size, as uint8: on the heap, or a mapped file that the operating
/// system pages in. Never written to after construction; safe for any thread.
///
/// @param pixels `[count, channels, size, size]`
/// @param channels 1 (gray) or 3 (red, green, blue)
/// @param size side of the images in pixels
record PixelStore(MemorySegment pixels, int channels, int size) implements Pixels {

  /// Reads all of `source` into the heap.
  static PixelStore inMemory(PixelSource source, int size) {
    int each = source.channels() * size * size;
    var all = new byte[Math.multiplyExact(source.count(), each)];
    var one = new byte[each];
    for (int index = 0; index < source.count(); index++) {
      source.read(index, size, one);
      System.arraycopy(one, 0, all, index * each, each);
    }
    return new PixelStore(MemorySegment.ofArray(all), source.channels(), size);
  }

  @Override
  public void copy(int index, byte[] into) {
    MemorySegment.copy(
        pixels, ValueLayout.JAVA_BYTE, (long) index * imageBytes(), into, 0, imageBytes());
  }
}
