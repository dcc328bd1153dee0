package coretuning.cli;

import coretuning.job.FineTuneJob;
import coretuning.job.Workspace;
import coretuning.spec.Experiment;
import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.store.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Fine-tunes by one method.
@Command(
    name = "finetune",
    description = "Fine-tune a backbone by one method; without options on the bundled sample.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FineTuneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private MethodChoice method;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder that gets the run's folder (default ${DEFAULT-VALUE}).",
      defaultValue = "runs")
  private Path out;

  @Option(names = "--seed", description = "Source of every random number.")
  private @Nullable Long seed;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Go on with the run in this folder; other settings are the run's own.")
  private Path resume;

  @Mixin private ExperimentOptions options;

  @Override
  public Integer call() {
    var terminal = new TerminalRun(spec.commandLine().getErr(), event -> {});
    RunFolder folder;
    if (resume != null) {
      folder = RunFolder.open(resume);
      terminal.complete(FineTuneJob.resume(folder, Workspace.at(RunPath.store(resume))));
    } else {
      List<String> runs =
          terminal.complete(FineTuneJob.start(experiment(), Workspace.at(out), true));
      folder = RunFolder.open(out.resolve(runs.getFirst()));
    }
    spec.commandLine().getOut().print(RunTable.of(List.of(folder.summary())));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Experiment experiment() {
    Experiment base = options.experiment();
    base = seed == null ? base : base.withSeed(seed);
    MethodSpec chosen =
        method.over(method.is(MethodName.CORE_TUNING) ? options.coreTuning() : base.method());
    return chosen.equals(base.method()) ? base : base.withMethod(chosen);
  }
}
