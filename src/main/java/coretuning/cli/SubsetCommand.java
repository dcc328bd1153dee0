package coretuning.cli;

import coretuning.job.SubsetJob;
import coretuning.spec.DataFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Cuts a class-balanced subset.
@Command(
    name = "subset",
    description = "Cut a class-balanced subset out of an IDX data set; same seed, same files.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SubsetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      description = "Format of the data set; only IDX.",
      defaultValue = "IDX")
  private DataFormat format;

  @Option(names = "--data", required = true, paramLabel = "FOLDER", description = "The full set.")
  private Path data;

  @Option(names = "--train-per-class", description = "Training images of each class (default 100).")
  private int trainPerClass = 100;

  @Option(names = "--test-per-class", description = "Test images of each class (default 100).")
  private int testPerClass = 100;

  @Option(names = "--seed", description = "Chooses the images (default 1).")
  private long seed = 1;

  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Gets the files.")
  private Path out;

  @Override
  public Integer call() {
    if (format != DataFormat.IDX) {
      throw new IllegalArgumentException("subset reads IDX only, got " + format);
    }
    new TerminalRun(spec.commandLine().getErr(), event -> {})
        .complete(new SubsetJob(data, out, trainPerClass, testPerClass, seed));
    spec.commandLine().getOut().println(out);
    return 0;
  }
}
