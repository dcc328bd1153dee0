package coretuning.method;

/// A linear classifier with bias on features that do not change, learnt by gradient descent with
/// momentum 0.9 from zero weights: the head that DELTA needs to ask a source network for its loss.
/// Plain arrays in float64.
final class SoftmaxRegression {
  private static final double MOMENTUM = 0.9;
  private static final double RATE = 0.01;
  private static final double DROP = 0.1;
  private static final int EPOCHS_PER_DROP = 6;

  private final int classes;
  private final int size;
  // A row for each class, the bias last.
  private final double[][] weights;
  private final double[][] buffers;

  /// @param size D of a feature
  SoftmaxRegression(int classes, int size) {
    this.classes = classes;
    this.size = size;
    weights = new double[classes][size + 1];
    buffers = new double[classes][size + 1];
  }

  /// The learning rate of an epoch: 0.01, a tenth of it after every 6 epochs, as in DELTA's code.
  static double rate(int epoch) {
    return RATE * Math.pow(DROP, Math.floorDiv(epoch, EPOCHS_PER_DROP));
  }

  /// One step down the mean cross-entropy.
  ///
  /// @param features `[N, D]` row-major
  /// @param labels `[N]`
  void learn(double[] features, int[] labels, double rate) {
    var gradient = new double[classes][size + 1];
    for (int i = 0; i < labels.length; i++) {
      double[] p = probabilities(features, i);
      p[labels[i]] -= 1;
      for (int c = 0; c < classes; c++) {
        double share = p[c] / labels.length;
        for (int d = 0; d < size; d++) {
          gradient[c][d] += share * features[i * size + d];
        }
        gradient[c][size] += share;
      }
    }
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d <= size; d++) {
        buffers[c][d] = MOMENTUM * buffers[c][d] + gradient[c][d];
        weights[c][d] -= rate * buffers[c][d];
      }
    }
  }

  /// The mean cross-entropy, nats.
  ///
  /// @param features `[N, D]` row-major
  /// @param labels `[N]`
  double loss(double[] features, int[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      // A probability that underflows counts as the least one there is.
      sum -= Math.log(Math.max(Double.MIN_VALUE, probabilities(features, i)[labels[i]]));
    }
    return sum / labels.length;
  }

  private double[] probabilities(double[] features, int row) {
    var p = new double[classes];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      double logit = weights[c][size];
      for (int d = 0; d < size; d++) {
        logit += weights[c][d] * features[row * size + d];
      }
      p[c] = logit;
      greatest = Math.max(greatest, logit);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      p[c] = Math.exp(p[c] - greatest);
      sum += p[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= sum;
    }
    return p;
  }
}
