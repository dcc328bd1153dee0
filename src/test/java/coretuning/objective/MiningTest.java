package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MiningTest {
  private static double[] cosines(double[][] rows) {
    int n = rows.length;
    var cosines = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double dot = 0;
        double first = 0;
        double second = 0;
        for (int d = 0; d < rows[i].length; d++) {
          dot += rows[i][d] * rows[j][d];
          first += rows[i][d] * rows[i][d];
          second += rows[j][d] * rows[j][d];
        }
        cosines[i * n + j] = dot / Math.sqrt(first * second);
      }
    }
    return cosines;
  }

  private static double[] onCircle(double... degrees) {
    return cosines(
        Arrays.stream(degrees)
            .mapToObj(angle ->
                new double[] {Math.cos(Math.toRadians(angle)), Math.sin(Math.toRadians(angle))})
            .toArray(double[][]::new));
  }

  @Test
  void hardPositiveIsTheFarthestOfTheClassAndHardNegativeTheNearestOfAnother() {
    double[] cosines = onCircle(0, 20, 50, 60, 90, 130);
    int[] labels = {0, 0, 0, 1, 1, 1};

    Mining mining = Mining.of(cosines, labels, new Random(1)).orElseThrow();

    assertThat(mining.hardPositive()).containsExactly(2, 2, 0, 5, 5, 3);
    assertThat(mining.hardNegative()).containsExactly(3, 3, 3, 2, 2, 2);
  }

  @Test
  void onObtuseFeaturesNegativeCosinesAreMinedToo() {
    double[] cosines = onCircle(0, 180, 100, 260);
    int[] labels = {0, 0, 1, 1};

    Mining mining = Mining.of(cosines, labels, new Random(1)).orElseThrow();

    assertThat(mining.hardPositive()).containsExactly(1, 0, 3, 2);
    assertThat(mining.hardNegative()).containsExactly(2, 2, 1, 1);
  }

  @Test
  void anAnchorAloneInItsClassIsItsOwnHardPositive() {
    Mining mining =
        Mining.of(onCircle(0, 30, 80), new int[] {0, 1, 1}, new Random(1)).orElseThrow();

    assertThat(mining.hardPositive()).containsExactly(0, 2, 1);
    assertThat(mining.hardNegative()).containsExactly(1, 0, 0);
  }

  @Test
  void ofEqualCosinesTheFirstRowWins() {
    Mining mining =
        Mining.of(onCircle(0, 10, 10, 40, 40), new int[] {0, 0, 0, 1, 1}, new Random(1))
            .orElseThrow();

    assertThat(mining.hardPositive()[0]).isEqualTo(1);
    assertThat(mining.hardNegative()[0]).isEqualTo(3);
  }

  @Test
  void aBatchOfOneClassHasNothingToMine() {
    var random = new Random(1);
    assertThat(Mining.of(onCircle(0, 30, 80), new int[] {4, 4, 4}, random)).isEmpty();
    assertThat(Mining.of(onCircle(0), new int[] {4}, random)).isEmpty();
    assertThat(Mining.of(new double[0], new int[0], random)).isEmpty();
  }

  @Test
  void cosinesThatAreNoNumbersStillGiveMembersOfTheRightClass() {
    var cosines = new double[16];
    Arrays.fill(cosines, Double.NaN);
    int[] labels = {0, 1, 0, 1};

    Mining mining = Mining.of(cosines, labels, new Random(1)).orElseThrow();

    assertThat(mining.hardPositive()).containsExactly(2, 3, 0, 1);
    assertThat(mining.hardNegative()).containsExactly(1, 0, 1, 0);
  }

  @Test
  void randomNegativesAreTrueNegativesAndUniform() {
    int[] labels = {0, 1, 0, 2, 1, 0};
    double[] cosines = onCircle(0, 1, 2, 3, 4, 5);
    var random = new Random(3);
    var counts = new int[labels.length][labels.length];
    int rounds = 12_000;
    for (int round = 0; round < rounds; round++) {
      int[] drawn = Mining.of(cosines, labels, random).orElseThrow().randomNegative();
      for (int i = 0; i < labels.length; i++) {
        counts[i][drawn[i]]++;
      }
    }
    for (int i = 0; i < labels.length; i++) {
      int own = labels[i];
      long negatives = Arrays.stream(labels).filter(label -> label != own).count();
      double expected = (double) rounds / negatives;
      for (int j = 0; j < labels.length; j++) {
        if (labels[j] == own) {
          assertThat(counts[i][j]).isZero();
        } else {
          assertThat((double) counts[i][j]).isBetween(expected * 0.93, expected * 1.07);
        }
      }
    }
  }

  @Test
  void itAgreesWithSortingOnRandomPoints() {
    var random = new Random(4);
    for (int round = 0; round < 50; round++) {
      int n = 2 + random.nextInt(20);
      int[] labels = random.ints(n, 0, 4).toArray();
      labels[0] = 0;
      labels[1] = 1;
      var rows = new double[n][3];
      for (double[] row : rows) {
        Arrays.setAll(row, d -> random.nextGaussian());
      }
      double[] cosines = cosines(rows);

      Mining mining = Mining.of(cosines, labels, random).orElseThrow();

      for (int i = 0; i < n; i++) {
        int anchor = i;
        int farthest =
            IntStream.range(0, n)
                .filter(j -> j != anchor && labels[j] == labels[anchor])
                .boxed()
                .min(Comparator.comparingDouble(j -> cosines[anchor * n + j]))
                .orElse(anchor);
        int nearest =
            IntStream.range(0, n)
                .filter(j -> labels[j] != labels[anchor])
                .boxed()
                .max(Comparator.comparingDouble(j -> cosines[anchor * n + j]))
                .orElseThrow();
        assertThat(mining.hardPositive()[i]).isEqualTo(farthest);
        assertThat(mining.hardNegative()[i]).isEqualTo(nearest);
      }
    }
  }

  @Test
  void theNumberOfCosinesMustFitTheLabels() {
    assertThatThrownBy(() -> Mining.of(new double[5], new int[] {0, 1}, new Random(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 labels need 4 cosines, got 5");
  }
}
