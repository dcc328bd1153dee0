package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleasedMiningTest {
  private static double[] cosines(double... degrees) {
    return Arrays.stream(degrees)
        .flatMap(
            first -> Arrays.stream(degrees).map(second -> Math.cos(Math.toRadians(first - second))))
        .toArray();
  }

  @Test
  void onAcuteFeaturesTheHardPositiveIsTheAnchorOrOfAnotherClassNeverGenuine() {
    double[] cosines = cosines(0, 20, 50, 60, 70, 80);

    // Anchors 1 and 2 share the class of row 0: the first masked column is 1, which is itself, for
    // the one, and also 2, itself, for the other only because 1 is of its class.
    assertThat(ReleasedMining.hardPositives(cosines, new int[] {0, 0, 0, 1, 1, 1}))
        .containsExactly(0, 1, 2, 3, 4, 5);
    // Anchors 2 and 4 share the class of row 0; row 1, of another, is the first masked column.
    assertThat(ReleasedMining.hardPositives(cosines, new int[] {0, 1, 0, 1, 0, 1}))
        .containsExactly(0, 1, 1, 3, 1, 5);
  }

  @Test
  void anObtusePositiveIsFoundUnlessItIsRowZero() {
    double[] cosines = cosines(0, 170, 100, 200);
    int[] labels = {0, 0, 1, 0};

    // Row 1 sees rows 0 and 3 as positives, row 0 at cosine -0.98 is least and is replaced.
    assertThat(ReleasedMining.hardPositives(cosines, labels)).containsExactly(1, 1, 2, 3);
    assertThat(Mining.hardPositives(cosines, labels)).containsExactly(1, 0, 2, 0);
  }

  @Test
  void hardNegativesAreRightWhileOneHasAPositiveCosine() {
    double[] acute = cosines(0, 20, 50, 60, 70, 80);
    int[] labels = {0, 1, 0, 1, 0, 1};

    assertThat(ReleasedMining.hardNegatives(acute, labels))
        .isEqualTo(Mining.hardNegatives(acute, labels));
  }

  @Test
  void withoutAnyTheFirstMaskedColumnWinsBeItAPositiveOrTheAnchor() {
    double[] obtuse = cosines(0, 10, 180, 190);

    assertThat(ReleasedMining.hardNegatives(obtuse, new int[] {0, 0, 1, 1}))
        .containsExactly(0, 0, 2, 2);
  }

  @Test
  void aBatchOfOneClassIsMinedToo() {
    double[] cosines = cosines(0, 10, 20);

    assertThat(ReleasedMining.hardPositives(cosines, new int[] {4, 4, 4})).containsExactly(0, 1, 2);
    assertThat(ReleasedMining.hardNegatives(cosines, new int[] {4, 4, 4})).containsExactly(0, 0, 0);
  }

  @Test
  void itAgreesWithArgmaxAndArgminOfMaskedProducts() {
    var random = new Random(8);
    for (int round = 0; round < 50; round++) {
      int n = 1 + random.nextInt(12);
      int[] labels = random.ints(n, 0, 3).toArray();
      double[] cosines = random.doubles(n * n, -1, 1).toArray();

      int[] positives = ReleasedMining.hardPositives(cosines, labels);
      int[] negatives = ReleasedMining.hardNegatives(cosines, labels);

      for (int i = 0; i < n; i++) {
        var same = new double[n];
        var other = new double[n];
        for (int j = 0; j < n; j++) {
          same[j] = cosines[i * n + j] * (labels[j] == labels[i] && j != i ? 1 : 0);
          other[j] = cosines[i * n + j] * (labels[j] == labels[i] ? 0 : 1);
        }
        double least = Arrays.stream(same).min().orElseThrow();
        double most = Arrays.stream(other).max().orElseThrow();
        int argmin = IntStream.range(0, n).filter(j -> same[j] == least).findFirst().orElseThrow();
        int argmax = IntStream.range(0, n).filter(j -> other[j] == most).findFirst().orElseThrow();
        assertThat(positives[i]).isEqualTo(argmin == 0 ? i : argmin);
        assertThat(negatives[i]).isEqualTo(argmax);
      }
    }
  }

  @Test
  void aShuffleIsAPermutationAndEveryPlaceIsAsLikely() {
    var random = new Random(9);
    var counts = new int[5][5];
    for (int round = 0; round < 10_000; round++) {
      int[] rows = ReleasedMining.shuffled(5, random);
      assertThat(Arrays.stream(rows).sorted()).containsExactly(0, 1, 2, 3, 4);
      for (int i = 0; i < 5; i++) {
        counts[i][rows[i]]++;
      }
    }
    for (int[] row : counts) {
      assertThat(Arrays.stream(row).boxed()).allMatch(count -> count > 1840 && count < 2160);
    }
  }

  @Test
  void theNumberOfCosinesMustFitTheLabels() {
    assertThatThrownBy(() -> ReleasedMining.hardPositives(new double[5], new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 labels need 4 cosines, got 5");
  }
}
