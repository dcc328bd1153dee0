package coretuning.cli;

import coretuning.job.Checkpoints;
import coretuning.result.CheckpointReport;
import coretuning.result.TensorSummary;
import coretuning.spec.Architecture;
import coretuning.store.CheckpointJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Looks into a data set or a file of weights.
@Command(
    name = "inspect",
    description = {
      "Look into a data set (folder, archive, list file): classes, splits, sizes, broken images,"
          + " copies, also across splits. Ends with 1 if a run would stop at something.",
      "Or show what a file of weights holds, which backbone it fits and how its names are read,"
          + " without running anything in it. Ends with 1 if it does not hold a whole backbone or"
          + " holds values that are not finite."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "Images: folder, zip, tar, tar.gz, CSV, JSON. Weights: PyTorch, safetensors.")
  private Path file;

  @Option(
      names = "--architecture",
      converter = BackboneOptions.ByLabel.class,
      description = "Backbone to compare with (default: the one that fits best).")
  private @Nullable Architecture architecture;

  @Option(names = "--json", description = "Print the whole report as JSON.")
  private boolean json;

  @Option(names = "--tensors", description = "Also list every tensor with its values' range.")
  private boolean tensors;

  @Option(
      names = "--convert",
      paramLabel = "TARGET",
      description = "Write the backbone in torchvision's names: .safetensors, or .pth for PyTorch.")
  private @Nullable Path target;

  @Option(
      names = "--partial-weights",
      description = "Convert even if only a part of the backbone matches.")
  private boolean partial;

  @ArgGroup(validate = false, heading = "%nData sets%n")
  private InspectDataOptions data = new InspectDataOptions();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (InspectDataOptions.areFor(file)) {
      return data.inspect(file, json, out, spec.commandLine().getErr()) ? 0 : 1;
    }
    Optional<Architecture> wanted = Optional.ofNullable(architecture);
    CheckpointReport report = Checkpoints.examine(file, wanted);
    out.print(json ? CheckpointJson.of(report) + "\n" : CheckpointTable.of(report, tensors));
    out.flush();
    boolean healthy = report.tensors().stream().noneMatch(TensorSummary::isBroken);
    boolean whole = report.match().isComplete();
    if (target != null) {
      int written = Checkpoints.convert(file, target, wanted, partial);
      spec.commandLine().getErr().printf("%d tensors in %s%n", written, target);
      whole = true;
    }
    return whole && healthy ? 0 : 1;
  }
}
