package coretuning.data;

/// The resized images of a data set: kept, or decoded each time they are asked for. Safe for any
/// thread.
sealed interface Pixels permits PixelStore, DecodedPixels {
  /// 1 (gray) or 3 (red, green, blue).
  int channels();

  /// Side of the images in pixels.
  int size();

  /// Copies one image.
  ///
  /// @param into gets `[channels, size, size]`
  void copy(int index, byte[] into);

  /// Bytes of one image.
  default int imageBytes() {
    return channels() * size() * size();
  }
}
