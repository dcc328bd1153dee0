package coretuning.data;

import coretuning.data.format.Samples;
import coretuning.data.image.RawPixels;
import coretuning.result.SkippedFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A set of square images of one size, labelled but for pre-training.
///
/// Samples have ids from 0 on: the training images first, then the set's own validation images,
/// then the test images. Pixels are uint8, resized when the set was opened. Immutable; safe for any
/// thread.
public final class Dataset {
  private final String name;
  private final List<String> classNames;
  private final int[] labels;
  private final Arrangement arrangement;
  private final Pixels pixels;
  private final List<String> notes;
  private final List<SkippedFile> skipped;
  private final Optional<SampleFiles> files;

  /// @param pixels in the order of the samples
  Dataset(
      String name,
      Samples samples,
      Arrangement arrangement,
      Pixels pixels,
      List<SkippedFile> skipped) {
    this.name = name;
    this.classNames = samples.classNames();
    this.labels = arrangement.labels();
    this.arrangement = arrangement;
    this.pixels = pixels;
    this.notes = samples.notes();
    this.skipped = List.copyOf(skipped);
    // Of formats that pack images together a path would name the same file for all.
    files =
        samples.pixels() instanceof RawPixels
            ? Optional.empty()
            : Optional.of(new SampleFiles(samples.root(), samples.samples()));
  }

  /// What was done in reading it that one would not expect, a sentence each.
  public List<String> notes() {
    return notes;
  }

  /// Files that could not be read and are left out; empty unless that was asked for.
  public List<SkippedFile> skipped() {
    return skipped;
  }

  /// What to call the set: the name of its folder.
  public String name() {
    return name;
  }

  /// Name of each label.
  public List<String> classNames() {
    return classNames;
  }

  /// Number of classes K, at least 2; 0 if the images have no labels.
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

  /// Class of a sample, in [0, K); -1 if the images have no labels.
  public int label(int id) {
    return labels[requireId(id)];
  }

  /// Ids of the training images, ascending.
  public int[] trainIds() {
    return IntStream.range(0, arrangement.trainCount()).toArray();
  }

  /// Ids of the set's own validation images, ascending; mostly empty.
  public int[] validationIds() {
    return IntStream.range(arrangement.trainCount(), testStart()).toArray();
  }

  /// Ids of the test images, ascending.
  public int[] testIds() {
    return IntStream.range(testStart(), labels.length).toArray();
  }

  private int testStart() {
    return arrangement.trainCount() + arrangement.validationCount();
  }

  /// The file of a sample, below the data set's root; empty for formats that pack many images into
  /// one file.
  public Optional<String> file(int id) {
    int row = arrangement.rows()[requireId(id)];
    return files.map(all -> all.name(row));
  }

  /// Copies the pixels of a sample.
  ///
  /// @param into gets `[channels, imageSize, imageSize]`; may be longer
  public void copyPixels(int id, byte[] into) {
    pixels.copy(arrangement.rows()[requireId(id)], into);
  }

  /// The pixels of a sample for display, gray repeated: `[imageSize, imageSize, 3]`.
  public byte[] rgb(int id) {
    var planar = new byte[pixels.imageBytes()];
    copyPixels(id, planar);
    return interleaved(planar, channels(), imageSize());
  }

  /// Red, green and blue side by side, gray repeated: `[side, side, 3]`.
  ///
  /// @param planar `[channels, side, side]`
  /// @param channels 1 or 3
  public static byte[] interleaved(byte[] planar, int channels, int side) {
    int area = side * side;
    int step = channels == 1 ? 0 : area;
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
