package coretuning.job;

import coretuning.result.LinearWeights;
import coretuning.result.Problem;
import coretuning.result.RunHeads;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes classifier and projection head out of a run's newest checkpoint, as plain numbers.
public final class Heads {
  private static final String CLASSIFIER = "model.fc.";

  /// Of the two-layer projection head, as PyTorch names a sequence of linear, ReLU, linear.
  private static final List<String> PROJECTION =
      List.of("model.projection.0.", "model.projection.2.");

  private Heads() {}

  /// Reads the newest weights, whatever epoch was selected as the run's result.
  ///
  /// @return empty if the run has no checkpoint yet
  /// @throws Problem if the checkpoint is damaged or has no classifier
  public static Optional<RunHeads> newest(RunFolder folder) {
    Path file = folder.checkpoint();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    TensorFile weights = TensorFile.read(file);
    LinearWeights classifier =
        layer(weights, CLASSIFIER)
            .orElseThrow(() -> damaged("the checkpoint has no classifier", file));
    var projection = new ArrayList<LinearWeights>();
    PROJECTION.forEach(name -> layer(weights, name).ifPresent(projection::add));
    boolean isWhole = projection.size() == PROJECTION.size();
    return Optional.of(
        new RunHeads(epoch(weights, file), classifier, isWhole ? projection : List.of()));
  }

  private static Optional<LinearWeights> layer(TensorFile file, String name) {
    return file.entry(name + "weight")
        .filter(weight -> weight.shape().length == 2)
        .map(weight ->
            new LinearWeights(
                Math.toIntExact(weight.shape()[0]),
                Math.toIntExact(weight.shape()[1]),
                weight.toFloats(),
                file.entry(name + "bias").map(Entry::toFloats).orElse(new float[0])));
  }

  private static int epoch(TensorFile weights, Path file) {
    try {
      return Integer.parseInt(weights.metadata().getOrDefault("epoch", "missing"));
    } catch (NumberFormatException broken) {
      throw damaged("the checkpoint does not tell its epoch: " + broken.getMessage(), file);
    }
  }

  private static Problem damaged(String what, Path file) {
    return new Problem(what, file.toString(), "resume the run to have it written again");
  }
}
