package coretuning.cli;

import coretuning.job.TableJob;
import coretuning.job.Workspace;
import coretuning.report.ResultTable;
import coretuning.result.Problem;
import coretuning.spec.TableSpec;
import coretuning.store.TableFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/// Fills a table in the foreground and shows it, whole or not.
final class TableRunner {
  private final TableOptions options;
  private final CommandLine line;

  TableRunner(TableOptions options, CommandLine line) {
    this.options = options;
    this.line = line;
  }

  /// Starts the table, or goes on with it.
  ///
  /// @param asked what the options ask for
  /// @throws Problem if runs failed or it was stopped; the table is shown as far as it came
  int run(Supplier<TableSpec> asked) {
    TableFolder table =
        options.nameOnlyTheFolder() && TableFolder.isTable(options.out())
            ? TableFolder.open(options.out())
            : TableFolder.of(options.out(), asked.get());
    try {
      new TerminalRun(line.getErr(), event -> {}, "the same command continues it")
          .complete(new TableJob(table, Workspace.standard().cache()));
    } finally {
      show(table);
    }
    return 0;
  }

  private void show(TableFolder table) {
    var results = ResultTable.of(table.spec(), table.outcomes());
    for (String ending : List.of("csv", "md", "tex", "txt")) {
      Path file = table.path().resolve("table." + ending);
      results.save(file);
    }
    new TableFigures(table.spec(), results).write(table.path());
    PrintWriter out = line.getOut();
    out.print(results.text());
    out.flush();
  }
}
