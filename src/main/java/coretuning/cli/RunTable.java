package coretuning.cli;

import coretuning.result.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Runs as lines of text.
final class RunTable {
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
  static String of(List<RunSummary> runs) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    runs.forEach(run -> rows.add(cells(run)));
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
        run.test().map(test -> percent(test.knn())).orElse("-"),
        run.spread().map(spread -> String.format(Locale.ROOT, "%.3f", spread.ratio())).orElse("-"),
        run.ancestor().map(from -> from.run() + ", epoch " + from.epoch()).orElse("-"));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
