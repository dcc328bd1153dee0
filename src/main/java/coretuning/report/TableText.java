package coretuning.report;

import java.util.ArrayList;
import java.util.List;

/// Rows with markup. Every row has the method, the number of runs and one cell a [Measure].
final class TableText {
  private static final String METHOD = "method";
  private static final String RUNS = "runs";

  private TableText() {}

  static String markdown(List<Row> rows) {
    var text = new StringBuilder();
    markdownLine(text, header());
    text.append("|---|").append("---:|".repeat(header().size() - 1)).append('\n');
    for (Row row : rows) {
      var cells = new ArrayList<>(List.of(escapeMarkdown(row.name()), row.runs()));
      row.cells().forEach(cell -> cells.add(bold(plain(cell), cell.best(), "**", "**")));
      markdownLine(text, cells);
    }
    return text.toString();
  }

  private static void markdownLine(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String escapeMarkdown(String text) {
    return text.replaceAll("([\\\\|*_`<>\\[\\]])", "\\\\$1").replaceAll("\\R", " ");
  }

  static String latex(List<Row> rows) {
    var text = new StringBuilder();
    text.append("\\begin{tabular}{l")
        .append("r".repeat(header().size() - 1))
        .append("}\n\\toprule\n");
    latexLine(text, header().stream().map(TableText::escapeLatex).toList());
    text.append("\\midrule\n");
    for (Row row : rows) {
      var cells = new ArrayList<>(List.of(escapeLatex(row.name()), row.runs()));
      row.cells().forEach(cell -> cells.add(latex(cell)));
      latexLine(text, cells);
    }
    return text.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static void latexLine(StringBuilder text, List<String> cells) {
    text.append(String.join(" & ", cells)).append(" \\\\\n");
  }

  private static String latex(Row.Cell cell) {
    if (isEmpty(cell)) {
      return "--";
    }
    String number = cell.value().equals("NaN") ? "\\mathrm{NaN}" : cell.value();
    String margin = cell.margin().isEmpty() ? "" : " \\pm " + cell.margin();
    return "$" + bold(number + margin, cell.best(), "\\mathbf{", "}") + "$";
  }

  /// The ten characters that LaTeX reads as commands.
  private static String escapeLatex(String text) {
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

  static String plain(List<Row> rows) {
    var lines = new ArrayList<List<String>>();
    lines.add(header());
    for (Row row : rows) {
      var cells = new ArrayList<>(List.of(row.name(), row.runs()));
      row.cells().forEach(cell -> cells.add(plain(cell) + (cell.best() ? "*" : " ")));
      lines.add(cells);
    }
    var text = new StringBuilder();
    for (List<String> line : lines) {
      var padded = new ArrayList<String>();
      for (int column = 0; column < line.size(); column++) {
        padded.add(pad(line.get(column), width(lines, column), column == 0));
      }
      text.append(String.join("  ", padded).stripTrailing()).append('\n');
    }
    boolean marked = rows.stream().flatMap(row -> row.cells().stream()).anyMatch(Row.Cell::best);
    return text.append(marked ? "* best of the column\n" : "").toString();
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private static String pad(String text, int width, boolean left) {
    String spaces = " ".repeat(width - text.length());
    return left ? text + spaces : spaces + text;
  }

  private static List<String> header() {
    var header = new ArrayList<>(List.of(METHOD, RUNS));
    for (Measure measure : Measure.values()) {
      header.add(measure.title());
    }
    return header;
  }

  private static boolean isEmpty(Row.Cell cell) {
    return cell.value().isEmpty();
  }

  private static String plain(Row.Cell cell) {
    if (isEmpty(cell)) {
      return "-";
    }
    return cell.margin().isEmpty() ? cell.value() : cell.value() + " ± " + cell.margin();
  }

  private static String bold(String text, boolean best, String open, String close) {
    return best ? open + text + close : text;
  }
}
