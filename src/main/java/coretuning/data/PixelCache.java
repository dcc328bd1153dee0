package coretuning.data;

import coretuning.file.AtomicFile;
import coretuning.result.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Resized pixels on disk, so that a folder of images is decoded once and not at every start.
///
/// A file holds the pixels `[count, channels, size, size]`, mapped into memory, and a 32-byte
/// trailer: magic number, image count, channels, size, checksum of the pixels. Its name is the
/// [CacheKey]: whenever a source file changes, another file is made. A file that is too short, too
/// long or whose checksum differs is made again.
final class PixelCache {
  private static final Logger LOG = LoggerFactory.getLogger(PixelCache.class);
  private static final long MAGIC = 0x4354_5049_5845_4c31L; // CTPIXEL1
  private static final int TRAILER_BYTES = 32;

  private PixelCache() {}

  /// Opens the cached pixels of a listing, making them first if there are none.
  ///
  /// @throws Problem if an image cannot be read or the cache cannot be written
  static PixelStore open(Path directory, Listing listing, int size) {
    PixelSource source = listing.pixels();
    Path file = directory.resolve(CacheKey.of(listing, size) + ".pixels");
    Optional<PixelStore> kept = kept(file, source, size);
    if (kept.isPresent()) {
      return kept.get();
    }
    AtomicFile.write(file, out -> write(out, source, size));
    return kept(file, source, size)
        .orElseThrow(() ->
            new Problem(
                "the pixel cache does not read back as it was written",
                file.toString(),
                "check the disk or choose another folder for the cache"));
  }

  private static void write(OutputStream file, PixelSource source, int size) throws IOException {
    var out = new CheckedOutputStream(file, new CRC32C());
    new ParallelDecoding(source, size).writeTo(out);
    file.write(trailer(source, size, out.getChecksum().getValue()).array());
  }

  private static Optional<PixelStore> kept(Path file, PixelSource source, int size) {
    try {
      try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
        if (isIntact(channel, source, size)) {
          // The mapping lives as long as somebody can reach it.
          MemorySegment pixels =
              channel.map(MapMode.READ_ONLY, 0, pixelBytes(source, size), Arena.ofAuto());
          return Optional.of(new PixelStore(pixels, source.channels(), size));
        }
      }
      LOG.warn("the pixel cache {} is damaged and is made again", file);
      Files.delete(file);
      return Optional.empty();
    } catch (NoSuchFileException notYetMade) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new Problem(
          "the pixel cache cannot be read: " + failure.getMessage(),
          file.toString(),
          "delete the file or choose another folder for the cache",
          failure);
    }
  }

  /// Looks through a mapping of its own: some systems delete no file that is still mapped.
  private static boolean isIntact(FileChannel channel, PixelSource source, int size)
      throws IOException {
    long pixelBytes = pixelBytes(source, size);
    if (channel.size() != pixelBytes + TRAILER_BYTES) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment all = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      ByteBuffer trailer = trailer(source, size, checksum(all.asSlice(0, pixelBytes)));
      return all.asSlice(pixelBytes).asByteBuffer().equals(trailer);
    }
  }

  private static long pixelBytes(PixelSource source, int size) {
    return (long) source.count() * source.channels() * size * size;
  }

  private static ByteBuffer trailer(PixelSource source, int size, long checksum) {
    return ByteBuffer.allocate(TRAILER_BYTES)
        .putLong(MAGIC)
        .putInt(source.count())
        .putInt(source.channels())
        .putLong(size)
        .putLong(checksum)
        .flip();
  }

  /// Buffers end at 2 GiB, mappings do not.
  private static long checksum(MemorySegment pixels) {
    var checksum = new CRC32C();
    long step = 1L << 30;
    for (long at = 0; at < pixels.byteSize(); at += step) {
      long length = Math.min(step, pixels.byteSize() - at);
      checksum.update(pixels.asSlice(at, length).asByteBuffer());
    }
    return checksum.getValue();
  }
}
