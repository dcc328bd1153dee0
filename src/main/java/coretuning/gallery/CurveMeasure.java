package coretuning.gallery;

import coretuning.figure.Series;
import coretuning.result.EpochMetrics;
import coretuning.result.LossTerm;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What curves over epochs can show of a run. Shares are drawn in percent.
public enum CurveMeasure {
  /// The objective.
  LOSS,
  /// Each term of the objective, e.g. cross-entropy and the focal contrastive loss.
  TERMS,
  TRAIN_TOP1,
  VALIDATION_TOP1,
  LEARNING_RATE,
  IMAGES_PER_SECOND,
  LOADER_SHARE;

  /// The curves of a run; none if the run has no such number yet.
  ///
  /// @param name of the run in the legend
  public List<Series> series(List<EpochMetrics> epochs, String name) {
    if (epochs.isEmpty()) {
      return List.of();
    }
    return switch (this) {
      case LOSS -> List.of(curve(name, epochs, EpochMetrics::loss));
      case TERMS ->
          epochs.getFirst().terms().stream()
              .map(LossTerm::name)
              .map(term -> curve(name + ": " + term, epochs, each -> value(each, term)))
              .toList();
      case TRAIN_TOP1 -> measured(curve(name, epochs, each -> 100 * each.trainTop1()));
      case VALIDATION_TOP1 ->
          measured(curve(name, epochs, each -> 100 * each.validation().orElse(Double.NaN)));
      case LEARNING_RATE -> List.of(curve(name, epochs, EpochMetrics::learningRate));
      case IMAGES_PER_SECOND -> List.of(curve(name, epochs, EpochMetrics::imagesPerSecond));
      case LOADER_SHARE -> List.of(curve(name, epochs, each -> 100 * each.loaderShare()));
    };
  }

  /// A share that no epoch has is not measured, rather than a curve of gaps.
  private static List<Series> measured(Series curve) {
    return Arrays.stream(curve.y()).allMatch(Double::isNaN) ? List.of() : List.of(curve);
  }

  private static double value(EpochMetrics epoch, String term) {
    return epoch.terms().stream()
        .filter(each -> each.name().equals(term))
        .mapToDouble(LossTerm::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Series curve(
      String name, List<EpochMetrics> epochs, ToDoubleFunction<EpochMetrics> value) {
    return new Series(
        name,
        epochs.stream().mapToDouble(EpochMetrics::epoch).toArray(),
        epochs.stream().mapToDouble(value).toArray());
  }
}
