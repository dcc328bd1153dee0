package coretuning.job;

import coretuning.result.EpochMetrics;
import coretuning.result.SelectedEpoch;
import coretuning.spec.Experiment;
import coretuning.spec.Selection;
import coretuning.store.RunFolder;
import coretuning.tensor.Parameters;
import coretuning.train.RunCheckpoint;
import java.util.Optional;

/// The weights of the best epoch so far, kept beside the checkpoint while a run learns.
///
/// They are written before the epoch's row and its checkpoint; those of the epoch that they replace
/// are deleted only when the next epoch ends, after that checkpoint. So a killed run finds, at
/// whatever epoch its checkpoint stands, the best weights up to there.
final class KeptWeights {
  private final Selection selection;
  private final RunFolder folder;
  private final Parameters model;

  /// @param model the arrays that training changes
  KeptWeights(Experiment experiment, RunFolder folder, Parameters model) {
    selection = experiment.selection();
    this.folder = folder;
    this.model = model;
  }

  /// Takes note of an epoch that has just ended, with its weights still in place and its row not
  /// yet written.
  void consider(EpochMetrics epoch) {
    if (selection == Selection.LAST_EPOCH) {
      return;
    }
    Optional<EpochMetrics> best = SelectedEpoch.of(selection, folder.epochs());
    best.ifPresent(kept -> folder.keepOnlyWeightsOf(kept.epoch()));
    boolean isBest =
        best.flatMap(EpochMetrics::validation)
            .map(top1 -> epoch.validation().orElseThrow() > top1)
            .orElse(true);
    if (isBest) {
      RunCheckpoint.saveModel(folder.weightsOf(epoch.epoch()), model, epoch.epoch());
    }
  }

  /// Puts the chosen weights back in place of the last, once everything is learnt.
  ///
  /// @return the epoch they are of
  /// @throws coretuning.result.Problem if their file is gone or damaged
  EpochMetrics settle() {
    EpochMetrics chosen = SelectedEpoch.of(selection, folder.epochs()).orElseThrow();
    if (selection != Selection.LAST_EPOCH) {
      folder.keepOnlyWeightsOf(chosen.epoch());
      RunCheckpoint.restoreModel(folder.weightsOf(chosen.epoch()), model);
    }
    return chosen;
  }
}
