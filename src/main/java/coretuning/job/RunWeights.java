package coretuning.job;

import coretuning.checkpoint.MocoFile;
import coretuning.checkpoint.WeightsFile;
import coretuning.result.EpochMetrics;
import coretuning.result.Problem;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.spec.Pretraining;
import coretuning.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Takes the weights that are a run's result out of its files, for other programs.
public final class RunWeights {
  private static final String MODEL = "model.";

  private RunWeights() {}

  /// Writes backbone, classifier and heads under torchvision's names (`conv1.weight` ...
  /// `fc.weight`), without optimiser state. Python reads the file with
  /// `safetensors.torch.load_file`, or `torch.load` if it ends in `.pth`.
  ///
  /// @throws Problem if the run has no checkpoint yet or the file cannot be written
  public static void export(RunFolder folder, Path file) {
    SequencedMap<String, Entry> entries = model(read(folder, folder.weights()));
    // Sorted: the order of Map.of changes from start to start, the file must not.
    var notes = new TreeMap<>(Map.of("run", folder.id(), "method", folder.spec().methodTitle()));
    WeightsFile.write(file, new TensorFile(entries, notes));
  }

  /// Writes both encoders and the queue of a pre-training run as MoCo's own code does, for
  /// `torch.load`.
  ///
  /// @throws Problem if it is no pre-training run, has no checkpoint yet or the file cannot be
  ///   written
  public static void exportMoco(RunFolder folder, Path file) {
    if (!(folder.spec() instanceof Pretraining pretraining)) {
      throw new Problem(
          "only pre-training runs have the arrays of MoCo's layout",
          folder.path().toString(),
          "choose a pre-training run, or export without --moco");
    }
    TensorFile checkpoint = read(folder, folder.checkpoint());
    List<EpochMetrics> epochs = folder.epochs();
    int done = epochs.isEmpty() ? 0 : epochs.getLast().epoch();
    MocoFile.write(file, model(checkpoint), pretraining.architecture(), done);
  }

  private static TensorFile read(RunFolder folder, Path weights) {
    if (!Files.exists(weights)) {
      throw new Problem(
          "the run has no weights yet", folder.path().toString(), "let it finish an epoch first");
    }
    return TensorFile.read(weights);
  }

  /// Weights and statistics under their own names.
  private static SequencedMap<String, Entry> model(TensorFile checkpoint) {
    var entries = new LinkedHashMap<String, Entry>();
    checkpoint
        .entries()
        .forEach((name, entry) -> {
          if (name.startsWith(MODEL)) {
            entries.put(name.substring(MODEL.length()), entry);
          }
        });
    return entries;
  }
}
