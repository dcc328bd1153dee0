package coretuning.data.image;

/// Where pixels come from before they are kept: files still to be decoded, or bytes to be resized.
public interface PixelSource {
  /// Number of images.
  int count();

  /// 1 (gray) or 3 (red, green, blue), the same for all images.
  int channels();

  /// Writes one image, resized and cropped. Safe for several threads at once.
  ///
  /// @param into gets `[channels, size, size]`
  /// @throws coretuning.result.Problem if the image cannot be read, naming its file
  void read(int index, int size, byte[] into);
}
