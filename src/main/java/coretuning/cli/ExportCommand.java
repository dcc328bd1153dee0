package coretuning.cli;

import coretuning.figure.Figure;
import coretuning.gallery.Drawing;
import coretuning.gallery.Gallery;
import coretuning.gallery.Origins;
import coretuning.job.RunWeights;
import coretuning.job.SampleImages;
import coretuning.job.Workspace;
import coretuning.result.Problem;
import coretuning.spec.FigureSpec;
import coretuning.spec.Pretraining;
import coretuning.store.RecipeFile;
import coretuning.store.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Figures and weights of runs.
@Command(
    name = "export",
    description = {
      "Draw the figures of finished runs of one kind on the same data into files, and write the"
          + " weights of the first as safetensors or for PyTorch."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", arity = "0..*", description = "Folders of runs.")
  private List<Path> runs = List.of();

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description =
          "Draw the figure of this recipe again, as it was drawn first, in the formats chosen.")
  private @Nullable Path recipe;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Gets the files (default ${DEFAULT-VALUE}).",
      defaultValue = "export")
  private Path out;

  @Option(
      names = "--pytorch",
      description = "Write the weights in PyTorch's own format, for torch.load.")
  private boolean pytorch;

  @Option(
      names = "--moco",
      paramLabel = "FILE",
      description = {
        "Write encoders and queue of one pre-training run into FILE in MoCo's own layout, for"
            + " torch.load, and nothing else."
      })
  private @Nullable Path moco;

  @Mixin private FigureOptions figures;

  @Override
  public Integer call() {
    if (moco != null) {
      return writeMoco(moco);
    }
    figures.requireDrawable();
    if ((recipe == null) == runs.isEmpty()) {
      throw new IllegalArgumentException("give folders of runs, or a recipe, and not both");
    }
    if (recipe != null) {
      print(redraw(recipe));
      return 0;
    }
    List<RunFolder> folders = runs.stream().map(RunFolder::open).toList();
    boolean pretrained = folders.stream().allMatch(run -> run.spec() instanceof Pretraining);
    folders.forEach(run -> requireRecorded(run, pretrained));
    var set = new FigureSet(new SampleImages(Workspace.standard().cache()), figures);
    List<Path> files = pretrained ? set.writePretraining(out, folders) : set.write(out, folders);
    Path weights = out.resolve(pytorch ? "weights.pth" : "weights.safetensors");
    RunWeights.export(folders.getFirst(), weights);
    print(files);
    print(List.of(weights));
    return 0;
  }

  private List<Path> redraw(Path file) {
    Drawing drawing = Drawing.isIn(file) ? Drawing.read(file) : recorded(file);
    String name = file.getFileName().toString().replace(RecipeFile.ENDING, "");
    List<Path> files =
        figures.formats().stream().map(format -> out.resolve(name + format.ending())).toList();
    files.forEach(drawing::drawTo);
    return files;
  }

  /// What a recipe draws that names its runs.
  private static Drawing recorded(Path file) {
    FigureSpec stored = RecipeFile.read(file);
    Workspace workspace = Workspace.standard();
    List<RunFolder> folders = RecipeFile.runs(stored, file, workspace.runs());
    Figure figure = Gallery.figure(stored, folders, new SampleImages(workspace.cache()));
    return new Drawing(figure, stored.look(), Origins.of(figure, stored, folders));
  }

  private void print(List<Path> files) {
    files.forEach(spec.commandLine().getOut()::println);
  }

  private int writeMoco(Path file) {
    if (runs.size() != 1) {
      throw new IllegalArgumentException(
          "--moco writes the encoders of one run, got %d runs".formatted(runs.size()));
    }
    RunWeights.exportMoco(RunFolder.open(runs.getFirst()), file);
    spec.commandLine().getOut().println(file);
    return 0;
  }

  private static void requireRecorded(RunFolder run, boolean pretrained) {
    if (run.epochs().isEmpty() || (!pretrained && run.snapshotEpochs().isEmpty())) {
      throw new Problem(
          "the run has recorded nothing to draw yet",
          run.path().toString(),
          "choose a fine-tuning run, resumed to its end, or pre-training runs alone");
    }
  }
}
