package coretuning.analysis.map;

import java.util.Arrays;

/// Gradient descent with momentum and a gain of its own for every coordinate (Jacobs 1988, as in
/// the authors' t-SNE): a gain grows by 0.2 while steps keep their direction and shrinks by a fifth
/// when they turn.
final class TsneDescent {
  private static final double LEAST_GAIN = 0.01;

  /// Longest step of a point. Usual steps are far shorter; this keeps a hub among many equal images
  /// from being thrown out of the map.
  private static final double LONGEST_STEP = 5;

  private final double[] velocity;
  private final double[] gains;

  TsneDescent(int size) {
    velocity = new double[2 * size];
    gains = new double[2 * size];
    Arrays.fill(gains, 1);
  }

  /// Moves the points by one step and puts their mean back to 0.
  ///
  /// @param y `[N, 2]`
  /// @param gradient `[N, 2]`
  void step(double[] y, double[] gradient, double learningRate, double momentum) {
    for (int c = 0; c < y.length; c++) {
      boolean turned = gradient[c] > 0 == velocity[c] > 0;
      gains[c] = turned ? Math.max(LEAST_GAIN, 0.8 * gains[c]) : gains[c] + 0.2;
      velocity[c] = momentum * velocity[c] - learningRate * gains[c] * gradient[c];
    }
    for (int c = 0; c < y.length; c += 2) {
      double squared = velocity[c] * velocity[c] + velocity[c + 1] * velocity[c + 1];
      if (squared > LONGEST_STEP * LONGEST_STEP) {
        double shortened = LONGEST_STEP / Math.sqrt(squared);
        velocity[c] *= shortened;
        velocity[c + 1] *= shortened;
      }
      y[c] += velocity[c];
      y[c + 1] += velocity[c + 1];
    }
    centre(y);
  }

  private static void centre(double[] y) {
    double sumX = 0;
    double sumY = 0;
    for (int c = 0; c < y.length; c += 2) {
      sumX += y[c];
      sumY += y[c + 1];
    }
    int points = y.length / 2;
    double meanX = sumX / points;
    double meanY = sumY / points;
    for (int c = 0; c < y.length; c += 2) {
      y[c] -= meanX;
      y[c + 1] -= meanY;
    }
  }
}
