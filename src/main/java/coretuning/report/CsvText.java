package coretuning.report;

import java.util.ArrayList;
import java.util.List;

/// Runs as comma-separated values (RFC 4180, line feeds alone).
final class CsvText {
  private CsvText() {}

  static String of(List<RunResult> runs) {
    var header = new ArrayList<>(List.of("method", "seed"));
    for (Measure measure : Measure.values()) {
      header.add(measure.key());
      if (measure.existsBefore()) {
        header.add(measure.key() + "_before");
      }
    }
    var text = new StringBuilder(String.join(",", header)).append('\n');
    for (RunResult run : runs) {
      text.append(String.join(",", cells(run))).append('\n');
    }
    return text.toString();
  }

  private static List<String> cells(RunResult run) {
    var cells = new ArrayList<>(List.of(quote(run.method()), Long.toString(run.seed())));
    for (Measure measure : Measure.values()) {
      cells.add(Double.toString(measure.after(run)));
      if (measure.existsBefore()) {
        cells.add(Double.toString(measure.before(run)));
      }
    }
    return cells;
  }

  /// A field, in quotes where it needs them.
  static String quote(String text) {
    return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
