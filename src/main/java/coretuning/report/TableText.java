package coretuning.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows with markup.
///
/// @param header heads of the columns, that of the row names first
record TableText(List<String> header, List<Row> rows) {
  private static final String BEST_SIGN = "*";
  private static final String ALIKE_SIGN = "~";

  TableText {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  String markdown() {
    var text = new StringBuilder();
    markdownLine(text, header);
    text.append("|---|").append("---:|".repeat(header.size() - 1)).append('\n');
    for (Row row : rows) {
      Stream<String> cells = row.cells().stream().map(TableText::markdown);
      markdownLine(text, Stream.concat(Stream.of(escapeMarkdown(row.name())), cells).toList());
    }
    return text.toString();
  }

  private static void markdownLine(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /// One run is linked from its number, several by their names after it.
  private static String markdown(Cell cell) {
    String shown = plain(cell);
    String linked =
        cell.onlySource().map(only -> "[%s](%s)".formatted(shown, only.path())).orElse(shown);
    String marked =
        switch (cell.mark()) {
          case ASIDE, NONE -> linked;
          case BEST -> "**" + linked + "**";
          case ALIKE -> "_" + linked + "_";
        };
    if (cell.sources().size() < 2) {
      return marked;
    }
    return cell.sources().stream()
        .map(each -> "[%s](%s)".formatted(each.name(), each.path()))
        .collect(Collectors.joining(" ", marked + " <sub>", "</sub>"));
  }

  static String escapeMarkdown(String text) {
    return text.replaceAll("([\\\\|*_`<>\\[\\]])", "\\\\$1").replaceAll("\\R", " ");
  }

  String latex() {
    var text = new StringBuilder();
    text.append("\\begin{tabular}{l")
        .append("r".repeat(header.size() - 1))
        .append("}\n\\toprule\n");
    latexLine(text, header.stream().map(TableText::escapeLatex).toList());
    text.append("\\midrule\n");
    for (Row row : rows) {
      Stream<String> cells = row.cells().stream().map(TableText::latex);
      latexLine(text, Stream.concat(Stream.of(escapeLatex(row.name())), cells).toList());
    }
    return text.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static void latexLine(StringBuilder text, List<String> cells) {
    text.append(String.join(" & ", cells)).append(" \\\\\n");
  }

  private static String latex(Cell cell) {
    if (cell.value().isEmpty()) {
      return "--";
    }
    if (!cell.isNumber()) {
      return escapeLatex(plain(cell));
    }
    String number = cell.value().equals("NaN") ? "\\mathrm{NaN}" : cell.value();
    String whole = cell.margin().isEmpty() ? number : number + " \\pm " + cell.margin();
    String marked =
        switch (cell.mark()) {
          case ASIDE, NONE -> "$" + whole + "$";
          case BEST -> "$\\mathbf{" + whole + "}$";
          case ALIKE -> "\\underline{$" + whole + "$}";
        };
    return cell.note().isEmpty() ? marked : marked + " (" + escapeLatex(cell.note()) + ")";
  }

  /// The ten characters that LaTeX reads as commands.
  static String escapeLatex(String text) {
    var escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(each);
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '\\' -> escaped.append("\\textbackslash{}");
        case '\n', '\r' -> escaped.append(' ');
        default -> escaped.append(each);
      }
    }
    return escaped.toString();
  }

  String plain() {
    var lines = new ArrayList<List<String>>();
    lines.add(header);
    for (Row row : rows) {
      Stream<String> cells = row.cells().stream().map(cell -> plain(cell) + sign(cell));
      lines.add(Stream.concat(Stream.of(row.name()), cells).toList());
    }
    var text = new StringBuilder();
    for (List<String> line : lines) {
      var padded = new ArrayList<String>();
      for (int column = 0; column < line.size(); column++) {
        padded.add(pad(line.get(column), width(lines, column), column == 0));
      }
      text.append(String.join("  ", padded).stripTrailing()).append('\n');
    }
    return text.append(has(Cell.Mark.BEST) ? BEST_SIGN + " best of the column\n" : "")
        .append(
            has(Cell.Mark.ALIKE)
                ? ALIKE_SIGN + " not told apart from the best by its paired 95 % interval\n"
                : "")
        .toString();
  }

  boolean has(Cell.Mark mark) {
    return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> cell.mark() == mark);
  }

  private static String sign(Cell cell) {
    return switch (cell.mark()) {
      case BEST -> BEST_SIGN;
      case ALIKE -> ALIKE_SIGN;
      case NONE -> " ";
      case ASIDE -> "";
    };
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private static String pad(String text, int width, boolean left) {
    String spaces = " ".repeat(width - text.length());
    return left ? text + spaces : spaces + text;
  }

  static String plain(Cell cell) {
    if (cell.value().isEmpty()) {
      return "-";
    }
    String whole = cell.margin().isEmpty() ? cell.value() : cell.value() + " ± " + cell.margin();
    return cell.note().isEmpty() ? whole : whole + " (" + cell.note() + ")";
  }
}
