package coretuning.job;

import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.spec.DataFormat;
import coretuning.spec.DataSpec;
import coretuning.spec.SampleChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Pictures and class names for the views, read from the data set's uint8 pixels. Safe for any
/// thread; the first question about a data set opens it and may take long.
public final class SampleImages {
  private final Path cache;
  private final ConcurrentHashMap<Source, Dataset> open = new ConcurrentHashMap<>();

  /// What makes two specs show the same pixels.
  private record Source(DataFormat format, String root, int imageSize, SampleChoice choice) {}

  /// @param cache where decoded images are kept between runs
  public SampleImages(Path cache) {
    this.cache = cache;
  }

  /// The picture of a sample.
  ///
  /// @throws coretuning.result.Problem if the data set cannot be opened
  public Thumbnail thumbnail(DataSpec data, int sample) {
    Dataset dataset = dataset(data);
    return new Thumbnail(dataset.imageSize(), dataset.imageSize(), dataset.rgb(sample));
  }

  /// Class of a sample.
  public int label(DataSpec data, int sample) {
    return dataset(data).label(sample);
  }

  /// File of a sample, below the data set's root; empty where many share one.
  ///
  /// @throws coretuning.result.Problem if the data set cannot be opened
  public Optional<String> file(DataSpec data, int sample) {
    return dataset(data).file(sample);
  }

  /// Name of each class.
  ///
  /// @throws coretuning.result.Problem if the data set cannot be opened
  public List<String> classNames(DataSpec data) {
    return dataset(data).classNames();
  }

  /// The data set, opened once.
  Dataset dataset(DataSpec data) {
    return open.computeIfAbsent(
        new Source(data.format(), data.root(), data.imageSize(), data.choice()),
        source -> Datasets.open(data, cache));
  }
}
