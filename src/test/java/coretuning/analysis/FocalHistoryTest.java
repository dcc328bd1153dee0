package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import coretuning.result.FocalCourse;
import coretuning.result.FocalWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FocalHistoryTest {

  private static FocalWeight weight(int sample, double weight) {
    return new FocalWeight(sample, sample % 2, weight, 0);
  }

  /// Epochs 0 (none), 5 and 10; sample 3 is missing in the last, sample 4 in the first.
  private static FocalHistory small() {
    var recorded = new TreeMap<Integer, List<FocalWeight>>();
    recorded.put(10, List.of(weight(4, 0.3), weight(2, 0.9), weight(1, 0.1)));
    recorded.put(0, List.of());
    recorded.put(5, List.of(weight(1, 0.5), weight(2, 0.2), weight(3, 0.4)));
    return FocalHistory.of(recorded);
  }

  private static List<Integer> samples(List<FocalCourse> courses) {
    return courses.stream().map(FocalCourse::sample).toList();
  }

  @Test
  void anAnchorIsFollowedThroughTheEpochsThatHaveWeights() {
    FocalHistory history = small();

    assertThat(history.epochs()).containsExactly(5, 10);
    assertThat(samples(history.courses())).containsExactly(1, 2, 3, 4);
    assertThat(history.labels()).containsExactly(0, 1);
    FocalCourse second = history.courses().get(1);
    assertThat(second.weights()).containsExactly(0.2, 0.9);
    assertThat(second.mean()).isCloseTo(0.55, within(1e-12));
    assertThat(second.least()).isEqualTo(0.2);
    assertThat(second.most()).isEqualTo(0.9);
    assertThat(second.last()).isEqualTo(0.9);
    assertThat(second.change()).isCloseTo(0.7, within(1e-12));
  }

  @Test
  void anEpochWithoutTheAnchorIsAbsentAndNeverZero() {
    FocalCourse gone = small().courses().get(2);

    assertThat(gone.weight(0)).isEqualTo(0.4);
    assertThat(gone.weight(1)).isNaN();
    assertThat(gone.mean()).isEqualTo(0.4);
    assertThat(gone.least()).isEqualTo(0.4);
    assertThat(gone.last()).isEqualTo(0.4);
    assertThat(gone.epochsSeen()).isOne();
    assertThat(gone.change()).isNaN();
    assertThat(small().byEpoch().get(1)).containsExactly(0.1, 0.9, 0.3);
  }

  @Test
  void aWeightThatIsNoNumberCountsAsNone() {
    var recorded = new TreeMap<Integer, List<FocalWeight>>();
    recorded.put(1, List.of(weight(1, Double.NaN), weight(2, 0.5)));
    recorded.put(2, List.of(weight(1, Double.NaN)));

    FocalHistory history = FocalHistory.of(recorded);

    assertThat(history.epochs()).containsExactly(1);
    assertThat(samples(history.courses())).containsExactly(2);
  }

  @Test
  void ordersPutTheHardestFirst() {
    FocalHistory history = small();

    assertThat(samples(history.sorted(FocalHistory.Order.MEAN))).containsExactly(2, 3, 1, 4);
    assertThat(samples(history.sorted(FocalHistory.Order.LAST))).containsExactly(2, 3, 4, 1);
    assertThat(samples(history.sorted(FocalHistory.Order.CHANGE))).containsExactly(2, 1, 3, 4);
    assertThat(samples(history.sorted(FocalHistory.Order.CLASS))).containsExactly(2, 4, 3, 1);
    assertThat(samples(history.of(OptionalInt.of(1)).sorted(FocalHistory.Order.MEAN)))
        .containsExactly(3, 1);
    assertThat(history.of(OptionalInt.of(1)).epochs()).isEqualTo(history.epochs());
  }

  @Test
  void theHardestTenthIsCountedEpochByEpoch() {
    var recorded = new TreeMap<Integer, List<FocalWeight>>();
    for (int epoch = 1; epoch <= 3; epoch++) {
      int shift = epoch - 1;
      recorded.put(
          epoch, IntStream.range(0, 25).mapToObj(i -> weight((i + shift) % 25, i / 25.0)).toList());
    }

    FocalHistory history = FocalHistory.of(recorded);

    // The two largest of 25: 23 and 24, then 24 and 0, then 0 and 1.
    assertThat(samples(history.hard())).containsExactly(24, 0, 23, 1);
    assertThat(history.hard()).extracting(FocalCourse::epochsHard).containsExactly(2, 2, 1, 1);
  }

  @Test
  void noneOfThoseThatTieForTheLastPlaceIsHard() {
    var weights = new ArrayList<FocalWeight>();
    IntStream.range(0, 17).forEach(i -> weights.add(weight(i, 0.1)));
    weights.add(weight(17, 0.8));
    weights.add(weight(18, 0.8));
    weights.add(weight(19, 0.9));
    var recorded = new TreeMap<Integer, List<FocalWeight>>();
    recorded.put(1, weights);

    assertThat(samples(FocalHistory.of(recorded).hard())).containsExactly(19);

    recorded.put(1, IntStream.range(0, 40).mapToObj(i -> weight(i, 0.5)).toList());
    assertThat(FocalHistory.of(recorded).hard()).isEmpty();
  }

  @Test
  void everyCourseNeedsAWeightForEachEpoch() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FocalHistory(List.of(1, 2), List.of(new FocalCourse(7, 0, new double[1], 0))))
        .withMessageContaining("sample 7 has 1 weights, there are 2 epochs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FocalCourse(7, 0, new double[] {Double.NaN}, 0))
        .withMessageContaining("sample 7");
  }
}
