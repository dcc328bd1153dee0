package coretuning.store;

import coretuning.file.AtomicFile;
import coretuning.result.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A CSV file of numbers with a header. Numbers are written as `Double.toString` and
/// `Long.toString` do, in every locale, so that they come back exactly; nothing needs quotes.
final class CsvFile {
  private final List<String> columns;

  CsvFile(String... columns) {
    this.columns = List.of(columns);
  }

  /// Numbers of one row in order; only `Integer`, `Long` and `Double`.
  <T> void write(Path file, List<T> rows, Function<T, List<? extends Number>> numbers) {
    var text = new StringBuilder(String.join(",", columns)).append('\n');
    for (T row : rows) {
      String line = String.join(",", numbers.apply(row).stream().map(Number::toString).toList());
      text.append(line).append('\n');
    }
    AtomicFile.writeText(file, text.toString());
  }

  /// Reads the whole table.
  ///
  /// @param parser makes a record of one row
  /// @throws Problem naming file and line if the file is not such a table
  <T> List<T> read(Path file, Function<Row, T> parser) {
    List<String> lines = lines(file);
    String header = String.join(",", columns);
    if (lines.isEmpty() || !lines.getFirst().equals(header)) {
      throw invalid(file, 1, "the header must be " + header);
    }
    var rows = new ArrayList<T>(lines.size() - 1);
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      if (cells.length != columns.size()) {
        throw invalid(
            file, i + 1, "%d cells instead of %d".formatted(cells.length, columns.size()));
      }
      try {
        rows.add(parser.apply(new Row(cells)));
      } catch (NumberFormatException broken) {
        throw invalid(file, i + 1, "not a number: " + broken.getMessage());
      }
    }
    return rows;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new Problem(
          "the file cannot be read: " + failure.getMessage(),
          file.toString(),
          "restore it from a copy or delete its epoch's files",
          failure);
    }
  }

  private static Problem invalid(Path file, int line, String what) {
    return new Problem(
        what, file + ", line " + line, "restore it from a copy or delete its epoch's files");
  }

  /// One row while it is read.
  record Row(String[] cells) {
    int integer(int column) {
      return Integer.parseInt(cells[column]);
    }

    long wide(int column) {
      return Long.parseLong(cells[column]);
    }

    double real(int column) {
      return Double.parseDouble(cells[column]);
    }
  }
}
