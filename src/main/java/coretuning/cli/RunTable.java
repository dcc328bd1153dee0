package coretuning.cli;

import coretuning.result.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Runs as lines of text.
final class RunTable {
  private static final int NOTES_SHOWN = 40;
  private static final List<String> HEAD =
      List.of(
          "run",
          "method",
          "data",
          "state",
          "epochs",
          "top-1",
          "k-NN",
          "intra/inter",
          "backbone from");

  private RunTable() {}

  /// One line a run under a heading, columns as wide as they need to be.
  ///
  /// Tags and notes have columns where a run has any.
  static String of(List<RunSummary> runs) {
    boolean hasTags = runs.stream().anyMatch(run -> !run.remarks().tags().isEmpty());
    boolean hasNotes = runs.stream().anyMatch(run -> !run.remarks().notes().isBlank());
    var rows = new ArrayList<List<String>>();
    rows.add(with(HEAD, hasTags, "tags", hasNotes, "notes"));
    for (RunSummary run : runs) {
      String tags = String.join(", ", run.remarks().tags());
      rows.add(with(cells(run), hasTags, tags, hasNotes, firstLine(run.remarks().notes())));
    }
    var text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        int width = width(rows, column);
        text.append(("%-" + width + "s").formatted(row.get(column)))
            .append(column == row.size() - 1 ? "\n" : "  ");
      }
    }
    return text.toString().replaceAll(" +\n", "\n");
  }

  private static List<String> with(
      List<String> cells, boolean hasTags, String tags, boolean hasNotes, String notes) {
    var all = new ArrayList<>(cells);
    if (hasTags) {
      all.add(tags);
    }
    if (hasNotes) {
      all.add(notes);
    }
    return all;
  }

  private static String firstLine(String notes) {
    String line = notes.strip().lines().findFirst().orElse("");
    boolean isAll = line.length() <= NOTES_SHOWN && line.equals(notes.strip());
    return isAll ? line : line.substring(0, Math.min(NOTES_SHOWN, line.length())) + "…";
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
  }

  private static List<String> cells(RunSummary run) {
    return List.of(
        run.id(),
        run.method(),
        run.data(),
        run.state().name().toLowerCase(Locale.ROOT),
        run.epochsDone() + "/" + run.epochs(),
        run.test().map(test -> percent(test.top1())).orElse("-"),
        Double.isNaN(run.knn()) ? "-" : percent(run.knn()),
        run.spread().map(spread -> String.format(Locale.ROOT, "%.3f", spread.ratio())).orElse("-"),
        run.ancestor().map(from -> from.run() + ", epoch " + from.epoch()).orElse("-"));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
