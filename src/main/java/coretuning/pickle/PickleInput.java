package coretuning.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Little-endian numbers, lines and blocks of a stretch of a file, from front to back through a
/// small window. A length is compared with what is left before memory is taken for it.
final class PickleInput {
  private static final int WINDOW_BYTES = 1 << 16;
  private static final int LONGEST_LINE = 1 << 28;

  private final Source source;
  private final long end;
  private final ByteBuffer window =
      ByteBuffer.allocate(WINDOW_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private long windowEnd;

  /// Where the bytes are.
  @FunctionalInterface
  private interface Source {
    /// Fills what it can, as a channel does.
    int read(ByteBuffer into, long position) throws IOException;
  }

  private PickleInput(Source source, long begin, long end) {
    this.source = source;
    this.windowEnd = begin;
    this.end = end;
  }

  /// @param begin first byte
  /// @param end byte after the last, at most the file's size
  PickleInput(FileChannel channel, long begin, long end) {
    this(channel::read, begin, end);
  }

  /// Bytes in memory.
  static PickleInput of(byte[] bytes) {
    Source source =
        (into, position) -> {
          int begin = Math.toIntExact(position);
          int length = Math.min(into.remaining(), bytes.length - begin);
          into.put(bytes, begin, length);
          return length;
        };
    return new PickleInput(source, 0, bytes.length);
  }

  /// Place of the next byte in the file.
  long position() {
    return windowEnd - window.remaining();
  }

  /// Bytes that follow.
  long left() {
    return end - position();
  }

  void skip(long bytes) {
    require(bytes);
    long target = position() + bytes;
    window.limit(0);
    windowEnd = target;
  }

  private void require(long bytes) {
    if (bytes < 0 || bytes > left()) {
      throw new Refusal(
          "ends too early: %s bytes are asked for where %d are left"
              .formatted(Long.toUnsignedString(bytes), left()));
    }
  }

  /// Makes the next `bytes` available in the window.
  private ByteBuffer ready(int bytes) throws IOException {
    require(bytes);
    if (window.remaining() < bytes) {
      window.compact();
      window.limit((int) Math.min(window.capacity(), window.position() + end - windowEnd));
      while (window.position() < bytes) {
        int read = source.read(window, windowEnd);
        if (read < 0) {
          throw new EOFException("it became shorter while being read");
        }
        windowEnd += read;
      }
      window.flip();
    }
    return window;
  }

  int unsignedByte() throws IOException {
    return ready(1).get() & 0xff;
  }

  int unsignedShort() throws IOException {
    return ready(Short.BYTES).getShort() & 0xffff;
  }

  int signedInt() throws IOException {
    return ready(Integer.BYTES).getInt();
  }

  long unsignedInt() throws IOException {
    return signedInt() & 0xffffffffL;
  }

  long signedLong() throws IOException {
    return ready(Long.BYTES).getLong();
  }

  /// The one big-endian number of the format.
  double bigEndianDouble() throws IOException {
    return Double.longBitsToDouble(Long.reverseBytes(signedLong()));
  }

  byte[] bytes(long length) throws IOException {
    require(length);
    if (length > Integer.MAX_VALUE - 8) {
      throw new Refusal("holds a block of %d bytes; 2 GiB is the limit here".formatted(length));
    }
    var block = new byte[(int) length];
    int filled = 0;
    while (filled < block.length) {
      int part = Math.min(block.length - filled, WINDOW_BYTES);
      ready(part).get(block, filled, part);
      filled += part;
    }
    return block;
  }

  String utf8(long length) throws IOException {
    byte[] block = bytes(length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(block)).toString();
    } catch (CharacterCodingException broken) {
      throw new Refusal("holds text that is not UTF-8");
    }
  }

  /// Bytes of Latin-1 up to the next line feed, which is taken away too.
  String line() throws IOException {
    var text = new StringBuilder();
    for (int next = unsignedByte(); next != '\n'; next = unsignedByte()) {
      if (text.length() == LONGEST_LINE) {
        throw new Refusal("holds a line of more than %d characters".formatted(LONGEST_LINE));
      }
      text.append((char) next);
    }
    return text.toString();
  }
}
