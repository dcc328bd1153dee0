package coretuning.data;

import coretuning.data.image.PixelSource;

/// Images that are decoded each time they are asked for: for a look at a few of many.
///
/// @param source must stay open
/// @param size side of the images in pixels
record DecodedPixels(PixelSource source, int size) implements Pixels {
  @Override
  public int channels() {
    return source.channels();
  }

  @Override
  public void copy(int index, byte[] into) {
    source.read(index, size, into);
  }
}
