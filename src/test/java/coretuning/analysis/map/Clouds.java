package coretuning.analysis.map;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Made-up features for the tests and the benchmark.
final class Clouds {
  /// Directions in which a class spreads.
  private static final int SPREAD = 12;

  private Clouds() {}

  /// Classes like those of a trained network: a centre each, spread in some directions of their own
  /// and a little in all. Row i is of class i mod K.
  ///
  /// @return `[N, D]`
  static float[] classes(int n, int dimension, int classes, long seed) {
    var random = new SplittableRandom(seed);
    float[] centres = gaussian(classes * dimension, random);
    float[] directions = gaussian(classes * SPREAD * dimension, random);
    var features = new float[n * dimension];
    for (int i = 0; i < n; i++) {
      int each = i % classes;
      float[] along = gaussian(SPREAD, random);
      for (int d = 0; d < dimension; d++) {
        double value = centres[each * dimension + d] + 0.1 * random.nextGaussian();
        for (int s = 0; s < SPREAD; s++) {
          value += 0.25 * along[s] * directions[(each * SPREAD + s) * dimension + d];
        }
        features[i * dimension + d] = (float) value;
      }
    }
    return features;
  }

  static float[] gaussian(int count, RandomGenerator random) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
