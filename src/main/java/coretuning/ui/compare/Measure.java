package coretuning.ui.compare;

import coretuning.figure.Series;
import coretuning.gallery.CurveMeasure;
import coretuning.ui.support.LiveRun;
import java.util.List;
import java.util.Optional;

/// What a curve pane can show of a run: a measure over epochs, or the loss over steps.
enum Measure {
  LOSS,
  TERMS,
  STEP_LOSS,
  TRAIN_TOP1,
  VALIDATION_TOP1,
  LEARNING_RATE,
  IMAGES_PER_SECOND,
  LOADER_SHARE;

  /// The measure over epochs; empty for the loss over steps.
  Optional<CurveMeasure> overEpochs() {
    return this == STEP_LOSS ? Optional.empty() : Optional.of(CurveMeasure.valueOf(name()));
  }

  /// The curves of a run; none if the run has no such number yet.
  ///
  /// @param name of the run in the legend
  List<Series> series(LiveRun run, String name) {
    return overEpochs()
        .map(measure -> measure.series(run.epochs(), name))
        .orElseGet(() -> {
          var steps = run.steps();
          return steps.size() == 0
              ? List.of()
              : List.of(new Series(name, steps.steps(), steps.losses()));
        });
  }
}
