package coretuning.cli;

import coretuning.job.EvaluateJob;
import coretuning.job.Workspace;
import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.RunEvent;
import coretuning.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures the weights of a run again, also on other data.
@Command(
    name = "evaluate",
    description = "Evaluate the weights of a fine-tuning run, on its own or on other data.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Option(
      names = "--part",
      description = "Part of the data: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "TEST")
  private Part part;

  @ArgGroup(validate = false, heading = "%nOther data%n")
  private DataOptions data = new DataOptions();

  @Override
  public Integer call() {
    RunFolder folder = RunFolder.open(run);
    var measured = new ArrayList<Evaluation>();
    var terminal =
        new TerminalRun(
            spec.commandLine().getErr(),
            event -> {
              if (event instanceof RunEvent.Evaluated evaluated) {
                measured.add(evaluated.evaluation());
              }
            });
    terminal.complete(
        new EvaluateJob(
            folder, data.over(folder.spec().data()), part, Workspace.standard().cache()));
    List<Evaluation> evaluations = List.copyOf(measured);
    evaluations.forEach(each -> spec.commandLine().getOut().print(text(each)));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static String text(Evaluation evaluation) {
    return String.format(
        Locale.ROOT,
        "part           %s, %d images%n"
            + "top-1          %.2f %%%n"
            + "top-5          %.2f %%%n"
            + "mean per class %.2f %%%n"
            + "k-NN           %.2f %%%n"
            + "cross-entropy  %.4f nats%n",
        evaluation.part().name().toLowerCase(Locale.ROOT),
        evaluation.images(),
        evaluation.top1() * 100,
        evaluation.top5() * 100,
        evaluation.meanPerClass() * 100,
        evaluation.knn() * 100,
        evaluation.crossEntropy());
  }
}
