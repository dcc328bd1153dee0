package coretuning.safetensors;

import coretuning.result.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;

/// Reads safetensors. Lengths are compared with the file's size before any memory is taken for
/// them, so a damaged or hostile file costs at most its own size.
final class TensorFileReader {
  /// The limit of the reference implementation.
  static final long MOST_HEADER_BYTES = 100_000_000;

  private TensorFileReader() {}

  static TensorFile read(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] headerBytes = headerBytes(file, channel);
      long dataStart = Long.BYTES + (long) headerBytes.length;
      Header header = new HeaderParser(file, channel.size() - dataStart).parse(headerBytes);
      var entries = new LinkedHashMap<String, Entry>();
      for (Header.Tensor each : header.tensors()) {
        ByteBuffer data = bytes(channel, dataStart + each.begin(), (int) each.length());
        entries.put(each.name(), new Entry(each.dtype(), each.shape(), data));
      }
      return new TensorFile(entries, header.metadata());
    } catch (NoSuchFileException missing) {
      throw new Problem("the file does not exist", file.toString(), "check the path", missing);
    } catch (IOException failure) {
      throw new Problem(
          "the file cannot be read: " + failure.getMessage(),
          file.toString(),
          "check that it is a readable file on a healthy disk",
          failure);
    }
  }

  private static byte[] headerBytes(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < Long.BYTES) {
      throw invalid(file, "the file has %d bytes, less than a header's length".formatted(size));
    }
    long length = bytes(channel, 0, Long.BYTES).getLong();
    if (length < 0 || length > MOST_HEADER_BYTES) {
      throw invalid(
          file,
          "the header's length must lie in [0, %d], got %s"
              .formatted(MOST_HEADER_BYTES, Long.toUnsignedString(length)));
    }
    if (length > size - Long.BYTES) {
      throw invalid(
          file, "the header should have %d bytes, the file has only %d".formatted(length, size));
    }
    return bytes(channel, Long.BYTES, (int) length).array();
  }

  private static ByteBuffer bytes(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("it became shorter while being read");
      }
    }
    return buffer.flip();
  }

  static Problem invalid(Path file, String rule) {
    return new Problem(
        rule, file.toString(), "this is not a valid safetensors file: download or export it again");
  }
}
