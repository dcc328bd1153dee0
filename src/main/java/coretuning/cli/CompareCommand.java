package coretuning.cli;

import coretuning.job.CompareJob;
import coretuning.job.Workspace;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.store.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// CE-tuning against Core-tuning.
@Command(
    name = "compare",
    description = {
      "Fine-tune the same backbone by CE-tuning and by Core-tuning: same data, same seed, same"
          + " batches. Ends with a table, and writes run folders and figures.",
      "Without options: the bundled sample, in under three minutes on two cores."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Gets runs/, figures/ and the tables (default ${DEFAULT-VALUE}).",
      defaultValue = "comparison")
  private Path out;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "SEED",
      description = "Seeds, one comparison each (default ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private List<Long> seeds;

  @Mixin private ExperimentOptions options;

  @Mixin private FigureOptions figures;

  @Override
  public Integer call() {
    // Before the training, not after it.
    figures.requireDrawable();
    if (Set.copyOf(seeds).size() < seeds.size()) {
      throw new IllegalArgumentException("seeds must differ, got " + seeds);
    }
    Workspace workspace = Workspace.at(out.resolve("runs"));
    var terminal = new TerminalRun(spec.commandLine().getErr(), event -> {});
    List<String> runs = terminal.complete(new CompareJob(experiments(), workspace));
    List<RunFolder> folders = runs.stream().map(workspace.runs()::open).toList();
    var comparison = new ComparisonFiles(out, folders, figures);
    comparison.write();
    PrintWriter printer = spec.commandLine().getOut();
    printer.print(comparison.text());
    printer.flush();
    return 0;
  }

  private List<Experiment> experiments() {
    Experiment base = options.experiment();
    var all = new ArrayList<Experiment>();
    for (long seed : seeds) {
      all.add(base.withSeed(seed).withMethod(new MethodSpec.CeTuning()));
      all.add(base.withSeed(seed).withMethod(options.coreTuning()));
    }
    return all;
  }
}
