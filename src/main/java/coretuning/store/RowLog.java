package coretuning.store;

import coretuning.file.AtomicFile;
import coretuning.result.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;

/// An append-only file of records, one JSON object a line.
///
/// A row counts once its line feed is there. What a killed program or a full disk left after the
/// last line feed is passed over in reading and cut off before the next row is appended. Rows reach
/// the operating system one by one: they survive the death of the program, and a power cut as far
/// as the file system's own journal goes.
final class RowLog<T> {
  private static final byte LINE_FEED = '\n';

  private final Path file;
  private final Class<T> type;

  RowLog(Path file, Class<T> type) {
    this.file = file;
    this.type = type;
  }

  void append(T row) {
    byte[] line = line(row).getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = endOfLastRow(channel);
      if (end < channel.size()) {
        channel.truncate(end);
      }
      channel.position(end);
      ByteBuffer bytes = ByteBuffer.wrap(line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException failure) {
      throw new Problem(
          "a row cannot be appended: " + failure.getMessage(),
          file.toString(),
          "check that the folder may be written to and that the disk has room",
          failure);
    }
  }

  private static String line(Object row) {
    return Json.COMPACT.writeValueAsString(row) + "\n";
  }

  /// Position after the last line feed, 0 if there is none. Reads one byte when the log is whole.
  private static long endOfLastRow(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = channel.size(); end > 0; end--) {
      channel.read(one.clear(), end - 1);
      if (one.get(0) == LINE_FEED) {
        return end;
      }
    }
    return 0;
  }

  /// All complete rows; none if there is no file yet.
  ///
  /// @throws Problem naming file and line if a complete line is not a row
  List<T> read() {
    byte[] bytes = bytes();
    var rows = new ArrayList<T>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == LINE_FEED) {
        rows.add(parse(new String(bytes, start, i - start, StandardCharsets.UTF_8), rows.size()));
        start = i + 1;
      }
    }
    return rows;
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException none) {
      return new byte[0];
    } catch (IOException failure) {
      throw new Problem(
          "the file cannot be read: " + failure.getMessage(),
          file.toString(),
          "check that it is a readable file",
          failure);
    }
  }

  private T parse(String line, int index) {
    try {
      return Json.COMPACT.readValue(line, type);
    } catch (JacksonException broken) {
      throw Json.problem(broken, file + ", line " + (index + 1));
    }
  }

  /// Keeps the rows that `kept` accepts, and no torn one.
  void retain(Predicate<T> kept) {
    if (!Files.exists(file)) {
      return;
    }
    var text = new StringBuilder();
    read().stream().filter(kept).forEach(row -> text.append(line(row)));
    AtomicFile.writeText(file, text.toString());
  }
}
