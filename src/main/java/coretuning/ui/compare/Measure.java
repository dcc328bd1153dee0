package coretuning.ui.compare;

import coretuning.figure.Series;
import coretuning.result.EpochMetrics;
import coretuning.ui.support.LiveRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a curve can show of a run. Shares are drawn in percent.
enum Measure {
  LOSS,
  STEP_LOSS,
  TRAIN_TOP1,
  VALIDATION_TOP1,
  LEARNING_RATE,
  IMAGES_PER_SECOND,
  LOADER_SHARE;

  private double value(EpochMetrics metrics) {
    return switch (this) {
      case LOSS, STEP_LOSS -> metrics.loss();
      case TRAIN_TOP1 -> 100 * metrics.trainTop1();
      case VALIDATION_TOP1 -> 100 * metrics.validation().orElse(Double.NaN);
      case LEARNING_RATE -> metrics.learningRate();
      case IMAGES_PER_SECOND -> metrics.imagesPerSecond();
      case LOADER_SHARE -> 100 * metrics.loaderShare();
    };
  }

  /// The curve of a run; empty if the run has no such number yet.
  Optional<Series> series(LiveRun run, String name) {
    if (this == STEP_LOSS) {
      var steps = run.steps();
      return steps.size() == 0
          ? Optional.empty()
          : Optional.of(new Series(name, steps.steps(), steps.losses()));
    }
    List<EpochMetrics> epochs = run.epochs();
    double[] x = epochs.stream().mapToDouble(EpochMetrics::epoch).toArray();
    double[] y = epochs.stream().mapToDouble(this::value).toArray();
    boolean measured =
        switch (this) {
          case VALIDATION_TOP1 -> epochs.stream().anyMatch(each -> each.validation().isPresent());
          case TRAIN_TOP1 -> Arrays.stream(y).anyMatch(each -> !Double.isNaN(each));
          default -> y.length > 0;
        };
    return measured ? Optional.of(new Series(name, x, y)) : Optional.empty();
  }
}
