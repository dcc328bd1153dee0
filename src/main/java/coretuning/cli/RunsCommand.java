package coretuning.cli;

import coretuning.result.RunSummary;
import coretuning.store.RunStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists runs.
@Command(
    name = "runs",
    description = "List the runs in a folder, newest first.",
    mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "Folder of runs (default ${DEFAULT-VALUE}).",
      defaultValue = "runs")
  private Path root;

  @Override
  public Integer call() {
    List<RunSummary> runs = new RunStore(root).list();
    spec.commandLine()
        .getOut()
        .print(runs.isEmpty() ? "no runs in " + root + "\n" : RunTable.of(runs));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
