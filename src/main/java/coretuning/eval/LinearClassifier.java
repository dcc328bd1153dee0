package coretuning.eval;

/// Multinomial logistic regression in plain arrays: softmax(W x + b), from zero weights, by SGD
/// with momentum. Deterministic: sums run in the order of the rows.
final class LinearClassifier {
  private static final int BATCH = 64;
  private static final float MOMENTUM = 0.9f;

  private final int dimension;
  private final int classes;
  // A row for each class, the bias last.
  private final float[][] weights;
  private final float[][] velocity;
  private final float[][] gradient;
  private final double[] probabilities;

  /// @param dimension D
  /// @param classes K
  LinearClassifier(int dimension, int classes) {
    this.dimension = dimension;
    this.classes = classes;
    weights = new float[classes][dimension + 1];
    velocity = new float[classes][dimension + 1];
    gradient = new float[classes][dimension + 1];
    probabilities = new double[classes];
  }

  /// One pass over some rows, in batches of 64; the last may be smaller.
  ///
  /// @param features `[N, D]` row-major
  /// @param labels `[N]`
  /// @param rows in their order
  void learnEpoch(float[] features, int[] labels, int[] rows, double rate) {
    for (int from = 0; from < rows.length; from += BATCH) {
      int to = Math.min(rows.length, from + BATCH);
      for (int place = from; place < to; place++) {
        int row = rows[place];
        predict(features, row);
        probabilities[labels[row]] -= 1;
        for (int c = 0; c < classes; c++) {
          add(gradient[c], (float) (probabilities[c] / (to - from)), features, row);
        }
      }
      step((float) rate);
    }
  }

  private void add(float[] into, float share, float[] features, int row) {
    int start = row * dimension;
    for (int d = 0; d < dimension; d++) {
      into[d] += share * features[start + d];
    }
    into[dimension] += share;
  }

  private void step(float rate) {
    for (int c = 0; c < classes; c++) {
      for (int d = 0; d <= dimension; d++) {
        velocity[c][d] = MOMENTUM * velocity[c][d] + gradient[c][d];
        weights[c][d] -= rate * velocity[c][d];
        gradient[c][d] = 0;
      }
    }
  }

  /// Fills the probabilities of a row.
  private void predict(float[] features, int row) {
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      probabilities[c] = score(c, features, row);
      most = Math.max(most, probabilities[c]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      probabilities[c] = Math.exp(probabilities[c] - most);
      sum += probabilities[c];
    }
    for (int c = 0; c < classes; c++) {
      probabilities[c] /= sum;
    }
  }

  private double score(int c, float[] features, int row) {
    int start = row * dimension;
    // Four sums run side by side because one alone would wait for itself.
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int d = 0;
    for (; d + 3 < dimension; d += 4) {
      s0 += weights[c][d] * features[start + d];
      s1 += weights[c][d + 1] * features[start + d + 1];
      s2 += weights[c][d + 2] * features[start + d + 2];
      s3 += weights[c][d + 3] * features[start + d + 3];
    }
    for (; d < dimension; d++) {
      s0 += weights[c][d] * features[start + d];
    }
    return (s0 + s1) + (s2 + s3) + weights[c][dimension];
  }

  /// Share of rows whose label has the highest score.
  double accuracy(float[] features, int[] labels, int[] rows) {
    int right = 0;
    for (int row : rows) {
      int best = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        double score = score(c, features, row);
        if (score > most) {
          most = score;
          best = c;
        }
      }
      right += best == labels[row] ? 1 : 0;
    }
    return (double) right / rows.length;
  }
}
