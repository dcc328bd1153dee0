package coretuning.data;

import coretuning.data.format.Formats;
import coretuning.data.format.Recognition;
import coretuning.data.format.Samples;
import coretuning.data.image.RawPixels;
import coretuning.result.SkippedFile;
import coretuning.spec.DataSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  /// @throws coretuning.result.Problem if folder, files or images are not as the format asks,
  ///   naming the file
  public static Dataset open(DataSpec spec, Path cacheDirectory) {
    return open(spec, cacheDirectory, Decoding.unwatched()).orElseThrow();
  }

  /// As above, watched while images are decoded.
  ///
  /// @return empty if `decoding` ended it; nothing half-made stays in the cache
  public static Optional<Dataset> open(DataSpec spec, Path cacheDirectory, Decoding decoding) {
    var cache = new CacheFolder(cacheDirectory, CacheLimit.bytes());
    try (DataRoot root = DataRoot.open(Path.of(spec.root()), cacheDirectory)) {
      return Optional.of(root.using(() -> open(spec, root, cache, decoding)));
    } catch (Decoding.Stopped stopped) {
      return Optional.empty();
    }
  }

  private static Dataset open(DataSpec spec, DataRoot root, CacheFolder cache, Decoding decoding) {
    Samples samples = Formats.read(spec.format(), root.path(), spec.choice());
    // Before the images are decoded: what cannot be arranged is told at once.
    Arrangement whole = Arrangement.of(samples, spec.choice(), Set.of());
    CacheFile.Content content = content(spec, samples, root.stamp(), cache, decoding);
    Set<Integer> broken =
        content.broken().stream().map(BrokenImage::index).collect(Collectors.toSet());
    return new Dataset(
        root.name(),
        samples,
        broken.isEmpty() ? whole : Arrangement.of(samples, spec.choice(), broken),
        content.pixels(),
        content.broken().stream().map(each -> skipped(samples, each)).toList());
  }

  /// What a folder, archive or list file would be read as.
  ///
  /// @throws coretuning.result.Problem saying what was seen if it is nothing known
  public static Recognition recognise(Path path, Path cacheDirectory) {
    try (DataRoot root = DataRoot.open(path, cacheDirectory)) {
      return root.using(() -> Formats.recognised(root.path()));
    }
  }

  /// Whether there are images, but not as any labelled data set has them.
  ///
  /// @throws coretuning.result.Problem if there is nothing at the path, or an archive is refused
  public static boolean isUnlabelled(Path path, Path cacheDirectory) {
    try (DataRoot root = DataRoot.open(path, cacheDirectory)) {
      return root.using(() -> Formats.isUnlabelled(root.path()));
    }
  }

  private static CacheFile.Content content(
      DataSpec spec, Samples samples, String origin, CacheFolder cache, Decoding decoding) {
    int size = spec.imageSize();
    long bytes = (long) samples.pixels().count() * samples.pixels().channels() * size * size;
    return samples.pixels() instanceof RawPixels && bytes <= HEAP_LIMIT
        ? new CacheFile.Content(PixelStore.inMemory(samples.pixels(), size), List.of())
        : new PixelCache(cache, decoding).open(samples, origin, size, spec.choice().skipBroken());
  }

  private static SkippedFile skipped(Samples samples, BrokenImage broken) {
    return new SkippedFile(
        new SampleFiles(samples.root(), samples.samples()).name(broken.index()), broken.reason());
  }
}
