package coretuning.cli;

import coretuning.result.Problem;
import coretuning.result.RunSummary;
import coretuning.store.RunQuery;
import coretuning.store.RunStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists runs, notes on them, throws them away.
@Command(
    name = "runs",
    description = {
      "List the runs in a folder, newest first, or change one: its tags and notes, or throw it away.",
      "Words find runs by name, method, data, tags, notes and state; tag:x, state:failed,",
      "method:core-tuning, kind:pre-training and seed:1 look in one place."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RunsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "Folder of runs (default ${DEFAULT-VALUE}).",
      defaultValue = "runs")
  private Path root;

  @Option(names = "--filter", paramLabel = "WORDS", description = "Only runs that match all words.")
  private Optional<String> filter;

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "Only runs with this tag; repeated, with each of them.")
  private List<String> tags = List.of();

  @ArgGroup private @Nullable RunsChange change;

  @Override
  public Integer call() {
    var store = new RunStore(root);
    PrintWriter out = spec.commandLine().getOut();
    if (change != null) {
      change.apply(store, out);
    } else {
      list(store, out);
    }
    out.flush();
    return 0;
  }

  private void list(RunStore store, PrintWriter out) {
    List<RunSummary> all = store.list();
    var query = new RunQuery(words());
    List<RunSummary> runs = all.stream().filter(query).toList();
    if (runs.isEmpty()) {
      out.println(all.isEmpty() ? "no runs in " + root : "no run of " + all.size() + " matches");
    } else {
      out.print(RunTable.of(runs));
    }
    PrintWriter err = spec.commandLine().getErr();
    runs.stream()
        .flatMap(run -> run.more().damage().stream())
        .map(Problem::getMessage)
        .forEach(damage -> err.println("warning: " + damage));
  }

  private String words() {
    return Stream.concat(filter.stream(), tags.stream().map(tag -> "tag:\"" + tag + "\""))
        .collect(Collectors.joining(" "));
  }
}
