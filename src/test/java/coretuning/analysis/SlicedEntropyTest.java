package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicedEntropyTest {

  @Test
  void threeHandPlacedValuesGiveTheFormula() {
    // k = 1: distances 1, 1, 3; psi(3) - psi(1) = 1 + 1/2.
    double expected = 1.5 + Math.log(2) + (Math.log(1) + Math.log(1) + Math.log(3)) / 3;

    assertThat(SlicedEntropy.entropy(new double[] {5, 1, 2}, 1)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void neighboursAreThoseOfANaiveSearch() {
    RandomGenerator random = new Random(1);
    double[] values = random.doubles(60).toArray();
    for (int k : new int[] {1, 2, 3, 7, 59}) {
      int neighbour = k;
      double logarithms =
          IntStream.range(0, values.length)
              .mapToDouble(i ->
                  Math.log(
                      Arrays.stream(values)
                          .map(other -> Math.abs(other - values[i]))
                          .sorted()
                          .toArray()[neighbour]))
              .average()
              .orElseThrow();
      double expected = harmonic(60) - harmonic(k) + Math.log(2) + logarithms;

      assertThat(SlicedEntropy.entropy(values, k)).isCloseTo(expected, within(1e-12));
    }
  }

  /// psi(n) + Euler's constant, which cancels in the difference.
  private static double harmonic(int n) {
    return IntStream.range(1, n).mapToDouble(j -> 1.0 / j).sum();
  }

  @Test
  void knownEntropiesOfNumbersAreFound() {
    RandomGenerator random = new Random(2);
    double[] uniform = random.doubles(20_000, 0, 3).toArray();
    double[] gauss =
        IntStream.range(0, 20_000).mapToDouble(i -> random.nextGaussian(5, 0.2)).toArray();
    double[] exponential =
        IntStream.range(0, 20_000).mapToDouble(i -> random.nextExponential()).toArray();

    assertThat(SlicedEntropy.entropy(uniform, 3)).isCloseTo(Math.log(3), within(0.02));
    assertThat(SlicedEntropy.entropy(gauss, 3))
        .isCloseTo(0.5 * Math.log(2 * Math.PI * Math.E * 0.04), within(0.02));
    assertThat(SlicedEntropy.entropy(exponential, 3)).isCloseTo(1, within(0.02));
  }

  @Test
  void scalingAddsItsLogarithmAndShiftingNothing() {
    double[] values = new Random(3).doubles(50).toArray();
    double[] moved = Arrays.stream(values).map(value -> 4 * value - 7).toArray();

    assertThat(SlicedEntropy.entropy(moved, 3))
        .isCloseTo(SlicedEntropy.entropy(values, 3) + Math.log(4), within(1e-9));
  }

  @Test
  void sliceOfTheCircleFollowsTheArcsineLaw() {
    assertThat(marginal(sphere(4000, 2, 4), 2)).isCloseTo(Math.log(Math.PI / 2), within(0.03));
  }

  @Test
  void sliceOfTheSphereIsUniform() {
    assertThat(marginal(sphere(4000, 3, 5), 3)).isCloseTo(Math.log(2), within(0.02));
  }

  @Test
  void sliceOfAHighDimensionalSphereIsNearlyGaussian() {
    double expected = 0.5 * Math.log(2 * Math.PI * Math.E / 256);

    assertThat(marginal(sphere(1000, 256, 6), 256)).isCloseTo(expected, within(0.03));
  }

  @Test
  void lengthsOfTheFeaturesDoNotCount() {
    float[] features = sphere(200, 8, 7);
    float[] longer = features.clone();
    for (int i = 0; i < longer.length; i++) {
      longer[i] *= 1 + i / 8;
    }

    assertThat(marginal(longer, 8)).isCloseTo(marginal(features, 8), within(1e-3));
  }

  @Test
  void rotationChangesLittleAndReflectionNothing() {
    float[] features = clusters(400, 4, 0.3, 8);
    float[] rotated = features.clone();
    float[] reflected = features.clone();
    for (int row = 0; row < 400; row++) {
      for (int d = 0; d < 4; d += 2) {
        float a = features[row * 4 + d];
        float b = features[row * 4 + d + 1];
        rotated[row * 4 + d] = (float) (0.6 * a - 0.8 * b);
        rotated[row * 4 + d + 1] = (float) (0.8 * a + 0.6 * b);
      }
    }
    for (int i = 0; i < reflected.length; i++) {
      reflected[i] = -features[i];
    }
    int[] labels = labels(400, 4);
    SlicedEntropy.Estimate before = SlicedEntropy.of(features, 4, labels, 4);
    SlicedEntropy.Estimate after = SlicedEntropy.of(rotated, 4, labels, 4);
    SlicedEntropy.Estimate mirrored = SlicedEntropy.of(reflected, 4, labels, 4);

    assertThat(after.marginal()).isCloseTo(before.marginal(), within(0.05));
    assertThat(after.conditional()).isCloseTo(before.conditional(), within(0.05));
    assertThat(mirrored.marginal()).isCloseTo(before.marginal(), within(1e-9));
  }

  @Test
  void conditionalIsTheMeanOfTheClassesWeightedByTheirSizes() {
    float[] first = clusters(30, 6, 0.5, 9);
    float[] second = clusters(90, 6, 0.1, 10);
    float[] both = Arrays.copyOf(first, 120 * 6);
    System.arraycopy(second, 0, both, 30 * 6, second.length);
    int[] labels = IntStream.range(0, 120).map(i -> i < 30 ? 0 : 1).toArray();

    assertThat(SlicedEntropy.of(both, 6, labels, 2).conditional())
        .isCloseTo(0.25 * marginal(first, 6) + 0.75 * marginal(second, 6), within(1e-9));
  }

  @Test
  void tighterClassesLowerTheConditionalEntropyAndApartOnesRaiseTheInformation() {
    int[] labels = labels(800, 8);
    SlicedEntropy.Estimate loose = SlicedEntropy.of(clusters(800, 8, 1.0, 11), 8, labels, 8);
    SlicedEntropy.Estimate tight = SlicedEntropy.of(clusters(800, 8, 0.1, 11), 8, labels, 8);

    assertThat(tight.conditional()).isLessThan(loose.conditional() - 1);
    assertThat(tight.marginal() - tight.conditional())
        .isGreaterThan(loose.marginal() - loose.conditional() + 0.5)
        .isLessThan(Math.log(8) + 0.05);
  }

  @Test
  void labelsThatSayNothingGiveNoInformation() {
    SlicedEntropy.Estimate estimate =
        SlicedEntropy.of(sphere(1000, 16, 12), 16, labels(1000, 5), 5);

    assertThat(estimate.marginal() - estimate.conditional()).isCloseTo(0, within(0.03));
  }

  @Test
  void classesOfTooFewImagesAreLeftOutAndNoneLeftIsNotANumber() {
    float[] features = sphere(20, 3, 13);
    int[] lone = IntStream.range(0, 20).map(i -> i < 3 ? 1 : 0).toArray();
    float[] rest = Arrays.copyOfRange(features, 9, 60);

    assertThat(SlicedEntropy.of(features, 3, lone, 2).conditional())
        .isCloseTo(marginal(rest, 3), within(1e-12));
    assertThat(SlicedEntropy.of(features, 3, labels(20, 10), 10).conditional()).isNaN();
    assertThat(marginal(sphere(3, 3, 13), 3)).isNaN();
  }

  @Test
  void collapsedFeaturesHaveNoFiniteEntropy() {
    float[] collapsed = new float[50];
    Arrays.fill(collapsed, 1);

    assertThat(marginal(collapsed, 5)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void tooFewValuesAreRefused() {
    assertThatThrownBy(() -> SlicedEntropy.entropy(new double[] {1, 2, 3}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 3");
  }

  private static double marginal(float[] features, int dimension) {
    return SlicedEntropy.of(features, dimension, new int[features.length / dimension], 1)
        .marginal();
  }

  private static int[] labels(int count, int classes) {
    return IntStream.range(0, count).map(i -> i % classes).toArray();
  }

  private static float[] sphere(int count, int dimension, long seed) {
    RandomGenerator random = new Random(seed);
    var features = new float[count * dimension];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    return features;
  }

  /// Class c lies around axis c.
  private static float[] clusters(int count, int dimension, double noise, long seed) {
    RandomGenerator random = new Random(seed);
    var features = new float[count * dimension];
    for (int i = 0; i < features.length; i++) {
      boolean own = i / dimension % dimension == i % dimension;
      features[i] = (float) ((own ? 1 : 0) + noise * random.nextGaussian());
    }
    return features;
  }
}
