package coretuning.result;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.Selection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectedEpochTest {
  private static List<EpochMetrics> epochs(double... validation) {
    return IntStream.range(0, validation.length)
        .mapToObj(i ->
            new EpochMetrics(i + 1, 1, List.of(), 0.5, Optional.of(validation[i]), 0.01, 100, 0))
        .toList();
  }

  private static Optional<Integer> selected(Selection rule, List<EpochMetrics> epochs) {
    return SelectedEpoch.of(rule, epochs).map(EpochMetrics::epoch);
  }

  @Test
  void theBestIsTheFirstOfEquals() {
    assertThat(selected(Selection.BEST_VALIDATION_EPOCH, epochs(0.2, 0.7, 0.6, 0.7))).contains(2);
    assertThat(selected(Selection.LAST_EPOCH, epochs(0.2, 0.7, 0.6, 0.7))).contains(4);
  }

  @Test
  void beforeTheFirstEpochThereIsNone() {
    for (Selection rule : Selection.values()) {
      assertThat(selected(rule, List.of())).isEmpty();
    }
  }
}
