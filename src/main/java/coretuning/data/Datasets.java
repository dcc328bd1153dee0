package coretuning.data;

import coretuning.result.Problem;
import coretuning.spec.DataSpec;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens data sets: the one place that knows which reader reads which format.
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
    if (!Files.isDirectory(root)) {
      throw new Problem(
          "there is no such folder", root.toString(), "choose the folder of the data set");
    }
    Listing listing =
        switch (spec.format()) {
          case IDX -> IdxReader.read(root);
          case CIFAR10 -> CifarReader.read10(root);
          case CIFAR100 -> CifarReader.read100(root);
          case IMAGE_FOLDER -> ImageFolderReader.read(root);
        };
    int size = spec.imageSize();
    long bytes = (long) listing.pixels().count() * listing.pixels().channels() * size * size;
    boolean onHeap = listing.pixels() instanceof RawPixels && bytes <= HEAP_LIMIT;
    PixelStore pixels =
        onHeap
            ? PixelStore.inMemory(listing.pixels(), size)
            : PixelCache.open(cacheDirectory, listing, size);
    Path name = root.toAbsolutePath().normalize().getFileName();
    return new Dataset(name == null ? root.toString() : name.toString(), listing, pixels);
  }
}
