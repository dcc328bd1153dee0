package coretuning.data;

import coretuning.data.image.PixelSource;
import coretuning.file.AtomicFile;
import coretuning.result.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One file of the pixel cache: the pixels `[count, channels, size, size]`, mapped into memory; a
/// line `index TAB reason` for each image left out; and a 40-byte trailer: magic number, image
/// count, channels, size, bytes of the lines, checksum of all before it. A file that is too short,
/// too long or whose checksum differs is deleted.
///
/// @param path of the file
/// @param source whose pixels it holds
/// @param size side of the images in pixels
record CacheFile(Path path, PixelSource source, int size) {
  private static final Logger LOG = LoggerFactory.getLogger(CacheFile.class);
  private static final long MAGIC = 0x4354_5049_5845_4c32L; // CTPIXEL2
  private static final int TRAILER_BYTES = 40;

  /// What the file holds.
  record Content(PixelStore pixels, List<BrokenImage> broken) {}

  /// Bytes of the pixels.
  long pixelBytes() {
    return (long) source.count() * source.channels() * size * size;
  }

  /// Decodes all images into the file, or leaves none.
  ///
  /// @throws Problem if an image cannot be read (and is not to be skipped) or the file not written
  void write(boolean skipBroken, Decoding decoding) {
    AtomicFile.write(path, out -> write(out, skipBroken, decoding));
  }

  private void write(OutputStream file, boolean skipBroken, Decoding decoding) throws IOException {
    var out = new CheckedOutputStream(file, new CRC32C());
    List<BrokenImage> broken =
        new ParallelDecoding(source, size, skipBroken, decoding).writeTo(out);
    var lines = new StringBuilder();
    broken.forEach(
        each -> lines.append(each.index()).append('\t').append(each.reason()).append('\n'));
    byte[] text = lines.toString().getBytes(StandardCharsets.UTF_8);
    out.write(text);
    file.write(trailer(text.length, out.getChecksum().getValue()).array());
  }

  /// Opens the file if it is there and intact.
  ///
  /// @throws Problem if it cannot be read
  Optional<Content> read() {
    try {
      try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
        Optional<List<BrokenImage>> broken = checked(channel);
        if (broken.isPresent()) {
          // The mapping lives as long as somebody can reach it.
          MemorySegment pixels = channel.map(MapMode.READ_ONLY, 0, pixelBytes(), Arena.ofAuto());
          return Optional.of(
              new Content(new PixelStore(pixels, source.channels(), size), broken.get()));
        }
      }
      LOG.warn("the pixel cache {} is damaged and is made again", path);
      Files.delete(path);
      return Optional.empty();
    } catch (NoSuchFileException notYetMade) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new Problem(
          "the pixel cache cannot be read: " + failure.getMessage(),
          path.toString(),
          "delete the file or choose another folder for the cache",
          failure);
    }
  }

  /// Looks through a mapping of its own: some systems delete no file that is still mapped.
  ///
  /// @return the images left out; empty if the file is not intact
  private Optional<List<BrokenImage>> checked(FileChannel channel) throws IOException {
    long textBytes = channel.size() - TRAILER_BYTES - pixelBytes();
    if (textBytes < 0 || textBytes > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment all = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      long checkedBytes = pixelBytes() + textBytes;
      ByteBuffer trailer = trailer((int) textBytes, checksum(all.asSlice(0, checkedBytes)));
      if (!all.asSlice(checkedBytes).asByteBuffer().equals(trailer)) {
        return Optional.empty();
      }
      ByteBuffer text = all.asSlice(pixelBytes(), textBytes).asByteBuffer();
      return Optional.of(broken(StandardCharsets.UTF_8.decode(text).toString()));
    }
  }

  private static List<BrokenImage> broken(String text) {
    var broken = new ArrayList<BrokenImage>();
    text.lines()
        .forEach(line -> {
          int tab = line.indexOf('\t');
          broken.add(
              new BrokenImage(Integer.parseInt(line.substring(0, tab)), line.substring(tab + 1)));
        });
    return broken;
  }

  private ByteBuffer trailer(int textBytes, long checksum) {
    return ByteBuffer.allocate(TRAILER_BYTES)
        .putLong(MAGIC)
        .putInt(source.count())
        .putInt(source.channels())
        .putLong(size)
        .putLong(textBytes)
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
