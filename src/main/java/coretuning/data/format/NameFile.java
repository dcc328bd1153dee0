package coretuning.data.format;

import coretuning.data.image.FileBytes;
import coretuning.result.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A text file with one class name a line, in the order of the labels; UTF-8, blank lines ignored.
public final class NameFile {
  private static final int MOST_BYTES = 1 << 26;

  private NameFile() {}

  /// The names.
  ///
  /// @throws Problem if the file cannot be read
  public static List<String> read(Path file) {
    try {
      return new String(FileBytes.read(file, MOST_BYTES), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException failure) {
      throw new Problem(
          "the class names cannot be read: " + failure.getMessage(),
          file.toString(),
          "write one name a line in UTF-8",
          failure);
    }
  }
}
