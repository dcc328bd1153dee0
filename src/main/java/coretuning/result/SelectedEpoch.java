package coretuning.result;

import coretuning.spec.Selection;
import java.util.List;
import java.util.Optional;

/// The epoch whose weights are a run's result.
public final class SelectedEpoch {
  private SelectedEpoch() {}

  /// The epoch that a rule chooses among those done so far.
  ///
  /// @param epochs in ascending order; each with validation where the rule asks for it
  /// @return empty if there are none
  public static Optional<EpochMetrics> of(Selection selection, List<EpochMetrics> epochs) {
    return switch (selection) {
      case LAST_EPOCH -> epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.getLast());
      case BEST_VALIDATION_EPOCH ->
          epochs.stream()
              .filter(each -> each.validation().isPresent())
              .reduce((best, later) -> validation(later) > validation(best) ? later : best);
    };
  }

  private static double validation(EpochMetrics epoch) {
    return epoch.validation().orElseThrow();
  }
}
