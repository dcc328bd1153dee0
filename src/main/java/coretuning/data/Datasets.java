package coretuning.data;

import coretuning.data.format.Formats;
import coretuning.data.format.Sample;
import coretuning.data.format.Samples;
import coretuning.data.image.RawPixels;
import coretuning.result.Problem;
import coretuning.spec.DataSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Opens data sets.
public final class Datasets {
  /// Most bytes of resized pixels that the binary formats keep on the heap; more go to the cache.
  private static final long HEAP_LIMIT = 1L << 30;

  private Datasets() {}

  /// Reads labels and names, resizes every image once and keeps the pixels.
  ///
  /// @param cacheDirectory where resized pixels too large for memory are kept from one opening to
  ///   the next; made when needed
  /// @throws Problem if folder, files or images are not as the format asks, naming the file
  public static Dataset open(DataSpec spec, Path cacheDirectory) {
    Path root = Path.of(spec.root());
    if (!Files.exists(root)) {
      throw new Problem(
          "there is no such folder", root.toString(), "choose the folder of the data set");
    }
    Samples samples = Formats.read(spec.format(), root, spec.choice());
    CacheFile.Content content = content(spec, samples, cacheDirectory);
    var arrangement =
        Arrangement.of(
            samples,
            spec.choice(),
            content.broken().stream().map(BrokenImage::index).collect(Collectors.toSet()));
    List<SkippedFile> skipped =
        content.broken().stream().map(each -> skipped(samples, each)).toList();
    return new Dataset(name(root), samples, arrangement, content.pixels(), skipped);
  }

  private static CacheFile.Content content(DataSpec spec, Samples samples, Path cacheDirectory) {
    int size = spec.imageSize();
    long bytes = (long) samples.pixels().count() * samples.pixels().channels() * size * size;
    return samples.pixels() instanceof RawPixels && bytes <= HEAP_LIMIT
        ? new CacheFile.Content(PixelStore.inMemory(samples.pixels(), size), List.of())
        : new PixelCache(new CacheFolder(cacheDirectory, CacheLimit.bytes()))
            .open(samples, size, spec.choice().skipBroken());
  }

  private static SkippedFile skipped(Samples samples, BrokenImage broken) {
    Sample sample = samples.samples().get(broken.index());
    Path root = samples.root();
    Path base = Files.isDirectory(root) ? root : root.toAbsolutePath().getParent();
    String file =
        base != null && sample.file().startsWith(base)
            ? base.relativize(sample.file()).toString()
            : sample.file().toString();
    return new SkippedFile(file, broken.reason());
  }

  private static String name(Path root) {
    Path name = root.toAbsolutePath().normalize().getFileName();
    return name == null ? root.toString() : name.toString();
  }
}
