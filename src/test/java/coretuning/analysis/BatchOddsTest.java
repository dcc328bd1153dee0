package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchOddsTest {
  @Test
  void smallCasesAreThoseCountedByHand() {
    // Of two of {a, a, b}: aa, ab, ab. Anchors without positive: 0 + 2 + 2 of 6.
    assertThat(BatchOdds.withoutPositive(new int[] {2, 1}, 2)).isCloseTo(4 / 6.0, within(1e-15));
    assertThat(BatchOdds.withoutPositive(new int[] {2, 1}, 3)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(BatchOdds.withoutPositive(new int[] {5}, 2)).isZero();
    assertThat(BatchOdds.withoutPositive(new int[] {5, 5}, 1)).isEqualTo(1);
    assertThat(BatchOdds.withoutPositive(new int[] {1, 1, 1}, 3)).isCloseTo(1, within(1e-15));
    assertThat(BatchOdds.withoutPositive(new int[] {0, 4, 4}, 7)).isZero();
  }

  @Test
  void itIsWhatASimulationOfShuffledEpochsFinds() {
    int[] counts = {40, 25, 10, 10, 5, 5, 3, 2};
    int batch = 12;
    List<Integer> labels =
        IntStream.range(0, counts.length)
            .boxed()
            .flatMap(label -> Collections.nCopies(counts[label], label).stream())
            .collect(Collectors.toList());
    var random = new Random(1);
    long alone = 0;
    long anchors = 0;
    for (int epoch = 0; epoch < 4000; epoch++) {
      Collections.shuffle(labels, random);
      for (int start = 0; start + batch <= labels.size(); start += batch) {
        int[] rows = labels.subList(start, start + batch).stream().mapToInt(each -> each).toArray();
        anchors += batch;
        alone +=
            new BatchAnalysis(new double[batch * batch], rows, IntStream.range(0, batch).toArray())
                .withoutPositive();
      }
    }
    assertThat(Arrays.stream(counts).sum()).isEqualTo(100);
    assertThat(BatchOdds.withoutPositive(counts, batch))
        .isCloseTo((double) alone / anchors, within(0.002));
  }

  @Test
  void aBatchOfMoreThanAllIsRefused() {
    assertThatThrownBy(() -> BatchOdds.withoutPositive(new int[] {2, 2}, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[1, 4], got 5");
  }
}
