package coretuning.job;

import coretuning.checkpoint.WeightsFile;
import coretuning.result.Problem;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

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
    Path weights = folder.weights();
    if (!Files.exists(weights)) {
      throw new Problem(
          "the run has no weights yet", folder.path().toString(), "let it finish an epoch first");
    }
    var entries = new LinkedHashMap<String, Entry>();
    TensorFile.read(weights)
        .entries()
        .forEach((name, entry) -> {
          if (name.startsWith(MODEL)) {
            entries.put(name.substring(MODEL.length()), entry);
          }
        });
    WeightsFile.write(
        file,
        new TensorFile(entries, Map.of("run", folder.id(), "method", folder.spec().methodTitle())));
  }
}
