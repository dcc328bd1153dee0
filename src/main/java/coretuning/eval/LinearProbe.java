package coretuning.eval;

import coretuning.data.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The linear evaluation protocol on features that are already computed, and so cannot change: a
/// multinomial logistic regression by SGD with momentum 0.9 and a cosine schedule, without weight
/// decay, as for MoCo and MoCHi.
///
/// Features are standardised by the training images' mean and deviation first, which changes no
/// function that a linear classifier can learn but makes one set of learning rates fit every
/// backbone. The rate is chosen on a fifth of the training images held out; then the classifier is
/// learnt again on all of them.
public final class LinearProbe {
  /// Learning rates tried.
  static final List<Double> RATES = List.of(0.003, 0.01, 0.03, 0.1, 0.3, 1.0);

  private static final int EPOCHS = 30;
  private static final int HELD_OUT = 5;
  private static final double LEAST_DEVIATION = 1e-6;

  private final int dimension;
  private final int classes;

  /// @param dimension D of the features
  /// @param classes K
  public LinearProbe(int dimension, int classes) {
    this.dimension = dimension;
    this.classes = classes;
  }

  /// What came out.
  ///
  /// @param top1 in [0, 1] on the test images
  /// @param learningRate the best on the images held out; of equals the smallest
  /// @param heldOut top-1 in [0, 1] on these
  public record Outcome(double top1, double learningRate, double heldOut) {}

  /// Learns from the training images and classifies the test images.
  ///
  /// @param train `[N, D]` row-major, N at least 2
  /// @param trainLabels `[N]` in [0, K)
  /// @param test `[M, D]` row-major, M at least 1
  /// @param testLabels `[M]`
  /// @param random chooses the images held out and the order of learning
  public Outcome run(
      float[] train, int[] trainLabels, float[] test, int[] testLabels, RandomGenerator random) {
    if (trainLabels.length < 2 || testLabels.length < 1) {
      throw new IllegalArgumentException(
          "a linear probe needs 2 training images and a test image, got %d and %d"
              .formatted(trainLabels.length, testLabels.length));
    }
    int[] order = IntStream.range(0, trainLabels.length).toArray();
    RandomStream.shuffle(order, random);
    int held = Math.max(1, order.length / HELD_OUT);
    int[] heldOut = Arrays.copyOf(order, held);
    int[] rest = Arrays.copyOfRange(order, held, order.length);
    long seed = random.nextLong();

    float[] scaled = train.clone();
    float[] scaledTest = test.clone();
    standardise(scaled, scaledTest);
    double[] right =
        RATES.parallelStream()
            .mapToDouble(rate ->
                learnt(scaled, trainLabels, rest, rate, seed)
                    .accuracy(scaled, trainLabels, heldOut))
            .toArray();
    int best = 0;
    for (int i = 1; i < right.length; i++) {
      best = right[i] > right[best] ? i : best;
    }
    double top1 =
        learnt(scaled, trainLabels, order, RATES.get(best), seed)
            .accuracy(scaledTest, testLabels, IntStream.range(0, testLabels.length).toArray());
    return new Outcome(top1, RATES.get(best), right[best]);
  }

  /// A feature that never varies stays a constant: it tells nothing.
  private void standardise(float[] train, float[] test) {
    int rows = train.length / dimension;
    for (int d = 0; d < dimension; d++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < rows; i++) {
        double value = train[i * dimension + d];
        sum += value;
        squares += value * value;
      }
      double mean = sum / rows;
      double deviation =
          Math.max(Math.sqrt(Math.max(0, squares / rows - mean * mean)), LEAST_DEVIATION);
      scale(train, d, mean, deviation);
      scale(test, d, mean, deviation);
    }
  }

  private void scale(float[] values, int column, double mean, double deviation) {
    for (int at = column; at < values.length; at += dimension) {
      values[at] = (float) ((values[at] - mean) / deviation);
    }
  }

  private LinearClassifier learnt(
      float[] features, int[] labels, int[] rows, double rate, long seed) {
    var classifier = new LinearClassifier(dimension, classes);
    int[] order = rows.clone();
    RandomGenerator random = RandomStream.of(seed);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      RandomStream.shuffle(order, random);
      double annealed = rate * 0.5 * (1 + Math.cos(Math.PI * epoch / EPOCHS));
      classifier.learnEpoch(features, labels, order, annealed);
    }
    return classifier;
  }
}
