package coretuning.job;

import coretuning.checkpoint.BackboneFile;
import coretuning.result.Ancestor;
import coretuning.result.EpochMetrics;
import coretuning.spec.Experiment;
import coretuning.spec.Pretraining;
import coretuning.spec.RunSpec;
import coretuning.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the run that a run's initial weights come from.
final class Ancestry {
  private Ancestry() {}

  /// The pre-training run in whose folder the weights lie; empty for weights from elsewhere.
  ///
  /// @throws coretuning.result.Problem if that folder's files are damaged
  static Optional<Ancestor> of(RunSpec spec) {
    return spec instanceof Experiment experiment
        ? experiment.backbone().weights().map(Path::of).flatMap(Ancestry::of)
        : Optional.empty();
  }

  private static Optional<Ancestor> of(Path weights) {
    return RunFolder.holding(weights)
        .filter(run -> run.spec() instanceof Pretraining)
        .filter(run -> Files.exists(run.provenanceFile()) && Files.exists(weights))
        .map(run -> {
          List<EpochMetrics> epochs = run.epochs();
          return new Ancestor(
              run.id(),
              run.spec().methodTitle(),
              epochs.isEmpty() ? 0 : epochs.getLast().epoch(),
              BackboneFile.sha256(run.provenanceFile()),
              BackboneFile.sha256(weights));
        });
  }
}
