package coretuning.gallery;

import coretuning.figure.Series;
import coretuning.result.EpochMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What curves over epochs can show of a run. Shares are drawn in percent.
public enum CurveMeasure {
  LOSS,
  TRAIN_TOP1,
  VALIDATION_TOP1,
  LEARNING_RATE,
  IMAGES_PER_SECOND,
  LOADER_SHARE;

  /// The number of one epoch; NaN if it was not measured.
  public double value(EpochMetrics metrics) {
    return switch (this) {
      case LOSS -> metrics.loss();
      case TRAIN_TOP1 -> 100 * metrics.trainTop1();
      case VALIDATION_TOP1 -> 100 * metrics.validation().orElse(Double.NaN);
      case LEARNING_RATE -> metrics.learningRate();
      case IMAGES_PER_SECOND -> metrics.imagesPerSecond();
      case LOADER_SHARE -> 100 * metrics.loaderShare();
    };
  }

  /// The curve of a run; empty if the run has no such number yet.
  ///
  /// @param name in the legend
  public Optional<Series> series(List<EpochMetrics> epochs, String name) {
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
