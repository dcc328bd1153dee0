package coretuning.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// The numbers behind a figure, one observation a row.
///
/// @param columns names, distinct
/// @param rows as many cells as there are columns: numbers or texts; an empty text where a row has
///   nothing to say
public record FigureTable(List<String> columns, List<List<Object>> rows) {
  private static final String PANEL = "panel";

  public FigureTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of %d columns got %d cells: %s".formatted(columns.size(), row.size(), row));
      }
    }
  }

  /// Of a figure without numbers.
  public static FigureTable empty() {
    return new FigureTable(List.of(), List.of());
  }

  /// Several tables as one: a first column names the part each row is from; columns of the same
  /// name are one.
  ///
  /// @param names one for each table
  static FigureTable joined(List<String> names, List<FigureTable> parts) {
    var columns = new LinkedHashSet<String>();
    columns.add(PANEL);
    parts.forEach(part -> columns.addAll(part.columns()));
    var rows = new ArrayList<List<Object>>();
    for (int i = 0; i < parts.size(); i++) {
      FigureTable part = parts.get(i);
      String name = names.get(i);
      for (List<Object> row : part.rows()) {
        rows.add(columns.stream().map(column -> part.cell(row, column, name)).toList());
      }
    }
    return new FigureTable(List.copyOf(columns), rows);
  }

  private Object cell(List<Object> row, String column, String panel) {
    int index = columns.indexOf(column);
    // A nested figure's own panels keep their names behind the outer one's.
    if (column.equals(PANEL)) {
      return index < 0 ? panel : panel + ": " + row.get(index);
    }
    return index < 0 ? "" : row.get(index);
  }

  /// Comma-separated values after RFC 4180, with a line of names first. Numbers have every digit
  /// that tells them from their neighbours; NaN and infinities are `NaN`, `Infinity`, `-Infinity`.
  public String csv() {
    var text = new StringBuilder();
    line(text, List.copyOf(columns));
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<?> cells) {
    text.append(
        cells.stream().map(cell -> quoted(cell.toString())).collect(Collectors.joining(",")));
    text.append("\r\n");
  }

  private static String quoted(String cell) {
    boolean isPlain = cell.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /// Collects rows.
  static final class Rows {
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    Rows(String... columns) {
      this.columns = List.of(columns);
    }

    void add(Object... cells) {
      rows.add(Arrays.asList(cells));
    }

    FigureTable table() {
      return new FigureTable(columns, rows);
    }
  }
}
