package coretuning.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Where the bytes of a tensor's storage are.
sealed interface Storage {
  /// Its size.
  long length();

  ByteOrder order();

  /// Copies a stretch; the caller has checked it against [#length()].
  ///
  /// @throws IOException if the file cannot be read any more
  byte[] read(long begin, int bytes) throws IOException;

  /// A stretch of a file, read when asked for.
  record InFile(Path file, long begin, long length, ByteOrder order) implements Storage {
    @Override
    public byte[] read(long from, int bytes) throws IOException {
      var block = ByteBuffer.allocate(bytes);
      try (FileChannel channel = FileChannel.open(file)) {
        if (begin + from + bytes > channel.size()) {
          throw new EOFException("it became shorter since it was opened");
        }
        while (block.hasRemaining()) {
          if (channel.read(block, begin + from + block.position()) < 0) {
            throw new EOFException("it became shorter while being read");
          }
        }
      }
      return block.array();
    }
  }

  /// Bytes that stood in the pickle itself, as NumPy's do, or that are to be written.
  record InMemory(ByteBuffer bytes, ByteOrder order) implements Storage {
    @Override
    public long length() {
      return bytes.remaining();
    }

    @Override
    public byte[] read(long from, int count) {
      var block = new byte[count];
      bytes.get(bytes.position() + (int) from, block);
      return block;
    }
  }
}
