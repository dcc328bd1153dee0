package coretuning.analysis.map;

import java.util.stream.IntStream;

/// The Kullback-Leibler divergence that t-SNE makes small, and its gradient (van der Maaten and
/// Hinton 2008, Eq 5):
///
/// - C = sum_ij p_ij log(p_ij / q_ij), q_ij = w_ij / Z, w_ij = 1 / (1 + |y_i - y_j|^2), Z the sum
///   of w over all ordered pairs
/// - dC/dy_i = 4 sum_j (p_ij - q_ij) w_ij (y_i - y_j)
///
/// The part with p runs over the neighbours that have one, the part with q over a [QuadTree].
/// Points are spread over threads, each point's sums are its own, and Z is added up in the points'
/// order.
final class TsneObjective {
  /// Points that one thread takes at a time.
  private static final int BLOCK = 128;

  private final Affinities affinities;
  private final int size;
  private final QuadTree tree;
  private final double[] attraction;
  private final double[] repulsion;
  private final double[] normalisers;

  /// Of given probabilities.
  ///
  /// @param theta see [QuadTree]; 0 sums all pairs
  TsneObjective(Affinities affinities, double theta) {
    this.affinities = affinities;
    size = affinities.size();
    tree = new QuadTree(size, theta);
    attraction = new double[2 * size];
    repulsion = new double[2 * size];
    normalisers = new double[size];
  }

  /// Computes the gradient.
  ///
  /// @param y `[N, 2]`
  /// @param exaggeration factor of p
  /// @param gradient `[N, 2]`, filled
  void gradient(double[] y, double exaggeration, double[] gradient) {
    tree.build(y);
    inBlocks(s -> {
      tree.repel(s, repulsion, normalisers);
      attract(tree.point(s), y);
    });
    double z = normaliser();
    for (int c = 0; c < gradient.length; c++) {
      gradient[c] = 4 * (exaggeration * attraction[c] - repulsion[c] / z);
    }
  }

  private interface ForPoint {
    void run(int s);
  }

  private void inBlocks(ForPoint task) {
    IntStream.range(0, (size + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> {
          int end = Math.min(size, (block + 1) * BLOCK);
          for (int s = block * BLOCK; s < end; s++) {
            task.run(s);
          }
        });
  }

  private void attract(int i, double[] y) {
    double px = y[2 * i];
    double py = y[2 * i + 1];
    double forceX = 0;
    double forceY = 0;
    int[] columns = affinities.columns();
    float[] values = affinities.values();
    int end = affinities.start()[i + 1];
    for (int at = affinities.start()[i]; at < end; at++) {
      int j = 2 * columns[at];
      double dx = px - y[j];
      double dy = py - y[j + 1];
      double pull = values[at] / (1 + (dx * dx + dy * dy));
      forceX += pull * dx;
      forceY += pull * dy;
    }
    attraction[2 * i] = forceX;
    attraction[2 * i + 1] = forceY;
  }

  private double normaliser() {
    double z = 0;
    for (double each : normalisers) {
      z += each;
    }
    return z;
  }

  /// The divergence in nats.
  double divergence(double[] y) {
    tree.build(y);
    inBlocks(s -> tree.repel(s, repulsion, normalisers));
    double logZ = Math.log(normaliser());
    double sum = 0;
    for (int i = 0; i < size; i++) {
      for (int at = affinities.start()[i]; at < affinities.start()[i + 1]; at++) {
        double p = affinities.values()[at];
        if (p > 0) {
          int j = affinities.columns()[at];
          double dx = y[2 * i] - y[2 * j];
          double dy = y[2 * i + 1] - y[2 * j + 1];
          sum += p * (Math.log(p) + Math.log1p(dx * dx + dy * dy) + logZ);
        }
      }
    }
    return sum;
  }
}
