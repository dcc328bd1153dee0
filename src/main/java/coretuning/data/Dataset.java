package coretuning.data;

import java.util.List;
import java.util.stream.IntStream;

/// A labelled set of square images of one size.
///
/// Samples have ids from 0 on: the training images first, then the test images. Pixels are uint8,
/// resized when the set was opened. Immutable; safe for any thread.
public final class Dataset {
  private final String name;
  private final List<String> classNames;
  private final int[] labels;
  private final int trainCount;
  private final PixelStore pixels;

  Dataset(String name, Listing listing, PixelStore pixels) {
    this.name = name;
    this.classNames = listing.classNames();
    this.labels = listing.labels();
    this.trainCount = listing.trainCount();
    this.pixels = pixels;
  }

  /// What to call the set: the name of its folder.
  public String name() {
    return name;
  }

  /// Name of each label.
  public List<String> classNames() {
    return classNames;
  }

  /// Number of classes K, at least 2.
  public int classCount() {
    return classNames.size();
  }

  /// Number of samples, training and test together.
  public int size() {
    return labels.length;
  }

  /// Side of every image in pixels.
  public int imageSize() {
    return pixels.size();
  }

  /// Channels as stored: 1 (gray) or 3 (red, green, blue).
  public int channels() {
    return pixels.channels();
  }

  /// Class of a sample, in [0, K).
  public int label(int id) {
    return labels[requireId(id)];
  }

  /// Ids of the training images, ascending.
  public int[] trainIds() {
    return IntStream.range(0, trainCount).toArray();
  }

  /// Ids of the test images, ascending.
  public int[] testIds() {
    return IntStream.range(trainCount, labels.length).toArray();
  }

  /// Copies the pixels of a sample.
  ///
  /// @param into gets `[channels, imageSize, imageSize]`; may be longer
  public void copyPixels(int id, byte[] into) {
    pixels.copy(requireId(id), into);
  }

  /// The pixels of a sample for display, gray repeated: `[imageSize, imageSize, 3]`.
  public byte[] rgb(int id) {
    var planar = new byte[pixels.imageBytes()];
    copyPixels(id, planar);
    int area = imageSize() * imageSize();
    int step = channels() == 1 ? 0 : area;
    var interleaved = new byte[3 * area];
    for (int pixel = 0; pixel < area; pixel++) {
      for (int channel = 0; channel < 3; channel++) {
        interleaved[3 * pixel + channel] = planar[channel * step + pixel];
      }
    }
    return interleaved;
  }

  private int requireId(int id) {
    if (id < 0 || id >= labels.length) {
      throw new IllegalArgumentException(
          "sample id must lie in [0, %d), got %d".formatted(labels.length, id));
    }
    return id;
  }
}
