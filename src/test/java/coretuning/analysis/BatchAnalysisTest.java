package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.CosineHistogram;
import coretuning.result.HardPair;
import coretuning.result.MiningCounts;
import coretuning.result.Problem;
import coretuning.result.Similarities;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BatchAnalysisTest {
  private static final OptionalDouble THRESHOLD = OptionalDouble.of(0.8);

  private static double[] products(double[][] rows) {
    int n = rows.length;
    var products = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        products[i * n + j] = dot(rows[i], rows[j]);
      }
    }
    return products;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  private static double cosine(double[] a, double[] b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private static double[] mix(double[] first, double share, double[] second) {
    var mixed = new double[first.length];
    for (int d = 0; d < mixed.length; d++) {
      mixed[d] = share * first[d] + (1 - share) * second[d];
    }
    return mixed;
  }

  private static HardPair pair(int anchor, int positive, int negative, int random, double lambda) {
    return new HardPair(1, anchor, positive, negative, random, 0.3, lambda, 0, 0, 0);
  }

  @Test
  void anchorsWithoutPositivesAreTheClassesOfOne() {
    int[] labels = {4, 4, 1, 2, 2, 2, 9};

    assertThat(
            new BatchAnalysis(new double[49], labels, new int[] {1, 2, 3, 4, 5, 6, 7})
                .withoutPositive())
        .isEqualTo(2);
  }

  @Test
  void selfPicksWrongClassesAndClippedFactorsAreCounted() {
    int[] labels = {0, 0, 1, 1};
    var analysis = new BatchAnalysis(new double[16], labels, new int[] {10, 11, 12, 13});
    List<HardPair> pairs =
        List.of(
            pair(10, 11, 12, 13, 0.8),
            pair(11, 11, 12, 13, 0.93),
            pair(12, 10, 11, 10, 0.8),
            pair(13, 99, 10, 10, 1));

    assertThat(analysis.mining(pairs, THRESHOLD)).isEqualTo(new MiningCounts(4, 1, 3, 1, 2));
    assertThat(analysis.mining(pairs, OptionalDouble.empty()).clipped()).isZero();
    assertThat(analysis.mining(List.of(), THRESHOLD)).isEqualTo(MiningCounts.NONE);
  }

  @Test
  void cosinesAreThoseOfANaiveLoopOverFeaturesAndMixes() {
    RandomGenerator random = new SplittableRandom(5);
    int n = 9;
    var rows = new double[n][4];
    var labels = new int[n];
    var samples = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = random.doubles(4, -0.5, 1).toArray();
      labels[i] = i % 3;
      samples[i] = 50 - i;
    }
    Similarities expected = Similarities.empty();
    var pairs = new ArrayList<HardPair>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        boolean same = labels[i] == labels[j];
        (same ? expected.sameClass() : expected.otherClass()).add(cosine(rows[i], rows[j]));
      }
      int p = (i + 3) % n;
      int q = (i + 1) % n;
      int r = (i + 2) % n;
      double minus = 0.8 + 0.02 * i;
      pairs.add(pair(samples[i], samples[p], samples[q], samples[r], minus));
      expected.positive().add(cosine(rows[i], mix(rows[p], 0.3, rows[q])));
      expected.negative().add(cosine(rows[i], mix(rows[r], minus, rows[i])));
    }

    Similarities found = new BatchAnalysis(products(rows), labels, samples).similarities(pairs);

    assertThat(found).usingRecursiveComparison().isEqualTo(expected);
    assertThat(found.sameClass().total()).isEqualTo(9);
    assertThat(found.otherClass().total()).isEqualTo(27);
  }

  @Test
  void aSelfPickedPositiveIsAMixOfTheAnchorItself() {
    double[][] rows = {{1, 0}, {0, 1}};
    Similarities found =
        new BatchAnalysis(products(rows), new int[] {0, 1}, new int[] {5, 6})
            .similarities(List.of(pair(5, 5, 6, 6, 1)));

    // 0.3 (1, 0) + 0.7 (0, 1): cosine 0.3 / sqrt(0.58) = 0.394; z- is the other row.
    assertThat(found.positive().counts()[27]).isEqualTo(1);
    assertThat(found.negative().counts()[20]).isEqualTo(1);
  }

  @Test
  void partnersOutsideTheBatchAreLeftOutAndRowsOfZerosHaveCosineZero() {
    double[][] rows = {{0, 0}, {0, 1}};
    Similarities found =
        new BatchAnalysis(products(rows), new int[] {0, 1}, new int[] {5, 6})
            .similarities(List.of(pair(5, 77, 6, 6, 0.9)));

    assertThat(found.positive().total()).isZero();
    assertThat(found.negative().total()).isEqualTo(1);
    assertThat(found.otherClass().counts()[CosineHistogram.BINS / 2]).isEqualTo(1);
  }

  @Test
  void divergedFeaturesAreAProblemAndWrongSizesAMistake() {
    assertThatThrownBy(
            () -> new BatchAnalysis(new double[] {Double.NaN}, new int[1], new int[] {42}))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no longer finite");
    assertThatThrownBy(() -> new BatchAnalysis(new double[3], new int[2], new int[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 products");
  }
}
