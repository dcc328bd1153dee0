package coretuning.data.doctor;

import coretuning.data.DataRoot;
import coretuning.data.Dataset;
import coretuning.data.format.Formats;
import coretuning.data.format.Samples;
import coretuning.data.image.ImageFile;
import coretuning.data.image.PixelSource;
import coretuning.result.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Small pictures of the images that a report names. Keeps the data set's archive open; safe for
/// one thread at a time.
public final class Specimens implements AutoCloseable {
  private final DataDoctor.Source source;
  private final DataRoot root;
  private Optional<Samples> samples = Optional.empty();

  private Specimens(DataDoctor.Source source, DataRoot root) {
    this.source = source;
    this.root = root;
  }

  /// Opens the data set that was examined.
  ///
  /// @param cache where copies of tar archives live
  /// @throws Problem if it is gone
  public static Specimens open(DataDoctor.Source source, Path cache) {
    return new Specimens(source, DataRoot.open(source.root(), cache));
  }

  /// The picture of a file, or of an image of a binary format: `[side, side, 3]`.
  ///
  /// @param name as the report has it
  /// @param side in pixels
  /// @throws Problem if it cannot be decoded
  public byte[] rgb(String name, int side) {
    OptionalInt raw = RawExamination.index(name);
    return raw.isPresent() ? ofRaw(name, raw.getAsInt(), side) : ofFile(name, side);
  }

  private byte[] ofFile(String name, int side) {
    Path below = root.path();
    Path base = Files.isDirectory(below) ? below : below.resolveSibling("");
    var planar = new byte[ImageFile.CHANNELS * side * side];
    ImageFile.decode(base.resolve(name)).writeSquare(side, planar);
    return Dataset.interleaved(planar, ImageFile.CHANNELS, side);
  }

  private byte[] ofRaw(String name, int index, int side) {
    if (samples.isEmpty()) {
      samples = Optional.of(Formats.read(source.format(), root.path(), source.choice()));
    }
    PixelSource pixels = samples.get().pixels();
    if (index >= pixels.count()) {
      throw new Problem(
          "there is no " + name, source.root().toString(), "check the data set again");
    }
    var planar = new byte[pixels.channels() * side * side];
    pixels.read(index, side, planar);
    return Dataset.interleaved(planar, pixels.channels(), side);
  }

  @Override
  public void close() {
    root.close();
  }
}
