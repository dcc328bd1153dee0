package coretuning.data;

import coretuning.data.format.Formats;
import coretuning.data.format.Samples;
import coretuning.spec.DataSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A data set for a look at a few of its images: opened at once, each image decoded when it is
/// asked for, nothing written. Numbers and order of the samples are those of [Datasets#open] as
/// long as no image is broken.
public final class Peek implements AutoCloseable {
  private final DataRoot root;
  private final Samples samples;
  private final Arrangement arrangement;
  private final Dataset dataset;

  private Peek(DataSpec spec, DataRoot root, Samples samples) {
    this.root = root;
    this.samples = samples;
    arrangement = Arrangement.of(samples, spec.choice(), Set.of());
    dataset =
        new Dataset(
            root.name(),
            samples,
            arrangement,
            new DecodedPixels(samples.pixels(), spec.imageSize()),
            List.of());
  }

  /// Lists the data set.
  ///
  /// @param cacheDirectory where copies of tar archives live
  /// @throws coretuning.result.Problem if it is not as its format asks
  public static Peek open(DataSpec spec, Path cacheDirectory) {
    DataRoot root = DataRoot.open(Path.of(spec.root()), cacheDirectory);
    try {
      return root.using(
          () -> new Peek(spec, root, Formats.read(spec.format(), root.path(), spec.choice())));
    } catch (RuntimeException | Error failure) {
      root.close();
      throw failure;
    }
  }

  /// The data set; closed with this.
  public Dataset dataset() {
    return dataset;
  }

  /// The centre of a sample's image at another size: `[side, side, 3]`, gray repeated.
  ///
  /// @throws coretuning.result.Problem if it cannot be decoded
  public byte[] original(int id, int side) {
    var planar = new byte[samples.pixels().channels() * side * side];
    samples.pixels().read(arrangement.rows()[id], side, planar);
    return Dataset.interleaved(planar, samples.pixels().channels(), side);
  }

  @Override
  public void close() {
    root.close();
  }
}
