package coretuning.ui.runs;

import coretuning.result.RunSummary;
import coretuning.ui.support.Messages;
import coretuning.ui.support.SpecDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// In what some runs were asked differently: a column a run, a row a setting.
///
/// @param runs at least two
/// @param rows with a value for each run
record Differences(List<RunSummary> runs, List<SpecDifference> rows) {
  Differences {
    runs = List.copyOf(runs);
    rows = List.copyOf(rows);
    for (SpecDifference each : rows) {
      if (each.values().size() != runs.size()) {
        throw new IllegalArgumentException(
            "a row needs a value for each of %d runs, got %d"
                .formatted(runs.size(), each.values().size()));
      }
    }
  }

  /// Heading of each column: the name, with the seed where names are alike, or else the folder.
  List<String> names() {
    List<String> plain = runs.stream().map(RunSummary::name).toList();
    if (plain.stream().distinct().count() == runs.size()) {
      return plain;
    }
    List<String> seeded = runs.stream().map(run -> run.name() + ", seed " + run.seed()).toList();
    return seeded.stream().distinct().count() == runs.size()
        ? seeded
        : runs.stream().map(RunSummary::id).toList();
  }

  /// As comma-separated values, runs by the names of their folders.
  String csv(Messages messages) {
    return lines(messages).stream()
        .map(line -> line.stream().map(Differences::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// As text in columns.
  String text(Messages messages) {
    List<List<String>> lines = lines(messages);
    var text = new StringBuilder();
    for (List<String> line : lines) {
      var padded = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        int place = column;
        int width = lines.stream().mapToInt(each -> each.get(place).length()).max().orElse(0);
        padded.append(line.get(column));
        padded.append(" ".repeat(width - line.get(column).length() + 2));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private List<List<String>> lines(Messages messages) {
    var lines = new ArrayList<List<String>>();
    var head = new ArrayList<String>();
    head.add(messages.text("runs.setting"));
    runs.forEach(run -> head.add(run.id()));
    lines.add(head);
    for (SpecDifference each : rows) {
      var line = new ArrayList<String>();
      line.add(each.name(messages));
      line.addAll(each.values());
      lines.add(line);
    }
    return lines;
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
