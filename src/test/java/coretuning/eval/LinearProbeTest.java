package coretuning.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearProbeTest {
  private static final int D = 6;

  /// Rows around the corners of a simplex, of very different scales by column.
  private static float[] clouds(int[] labels, double noise, long seed) {
    var random = new Random(seed);
    var features = new float[labels.length * D];
    for (int i = 0; i < labels.length; i++) {
      for (int d = 0; d < D; d++) {
        double centre = d == labels[i] ? 1 : 0;
        features[i * D + d] =
            (float) ((centre + noise * random.nextGaussian()) * Math.pow(10, d - 3) + 7);
      }
    }
    return features;
  }

  private static int[] labels(int count) {
    return IntStream.range(0, count).map(i -> i * 7 % 3).toArray();
  }

  @Test
  void separableClassesAreSeparatedWhateverTheirScale() {
    int[] train = labels(300);
    int[] test = labels(90);

    LinearProbe.Outcome outcome =
        new LinearProbe(D, 3)
            .run(clouds(train, 0.1, 1), train, clouds(test, 0.1, 2), test, new SplittableRandom(1));

    assertThat(outcome.top1()).isEqualTo(1);
    assertThat(outcome.heldOut()).isEqualTo(1);
    assertThat(LinearProbe.RATES).contains(outcome.learningRate());
  }

  @Test
  void labelsWithoutMeaningGiveChance() {
    int[] train = labels(300);
    int[] test = labels(900);

    LinearProbe.Outcome outcome =
        new LinearProbe(D, 3)
            .run(clouds(train, 100, 1), train, clouds(test, 100, 2), test, new SplittableRandom(1));

    assertThat(outcome.top1()).isCloseTo(1.0 / 3, within(0.1));
  }

  @Test
  void sameSeedGivesTheSameOutcomeAndFeaturesStayAsTheyWere() {
    int[] train = labels(200);
    float[] features = clouds(train, 0.8, 1);
    float[] before = features.clone();
    var probe = new LinearProbe(D, 3);

    LinearProbe.Outcome one = probe.run(features, train, features, train, new SplittableRandom(4));
    LinearProbe.Outcome two = probe.run(features, train, features, train, new SplittableRandom(4));

    assertThat(one).isEqualTo(two);
    assertThat(features).containsExactly(before);
  }

  @Test
  void aFullBatchStepFollowsTheGradient() {
    // Two rows of one feature, two classes: from zero weights every probability is a half.
    var classifier = new LinearClassifier(1, 2);
    float[] features = {2, -1};
    int[] labels = {0, 1};

    classifier.learnEpoch(features, labels, new int[] {0, 1}, 1);

    // Gradient of class 0: mean of (p - y) x = ((-0.5)(2) + (0.5)(-1)) / 2 = -0.75: its weight is
    // 0.75, class 1's -0.75, no bias. A row above zero is of class 0.
    assertThat(classifier.accuracy(new float[] {3, 0.1f, -0.1f}, new int[] {0, 0, 1}, rows(3)))
        .isEqualTo(1);
  }

  private static int[] rows(int count) {
    return IntStream.range(0, count).toArray();
  }

  @Test
  void tooFewImagesAreRefused() {
    var probe = new LinearProbe(D, 3);

    assertThatThrownBy(() ->
            probe.run(new float[D], new int[1], new float[D], new int[1], new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a linear probe needs 2 training images and a test image, got 1 and 1");
  }
}
