package coretuning.data.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads whole files of bounded size: an entry of an archive can be longer than it says.
public final class FileBytes {
  private FileBytes() {}

  /// All bytes.
  ///
  /// @param most bytes that are taken into memory
  /// @throws IOException if there are more, or the file cannot be read
  public static byte[] read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most);
      if (bytes.length == most && in.read() >= 0) {
        throw new IOException("it is longer than %,d bytes".formatted(most));
      }
      return bytes;
    }
  }
}
