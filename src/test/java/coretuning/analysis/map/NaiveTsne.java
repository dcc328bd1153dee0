package coretuning.analysis.map;

import coretuning.analysis.UnitRows;

/// t-SNE's formulas written down as they are, with all pairs in double loops: what the tests
/// compare with.
final class NaiveTsne {
  private NaiveTsne() {}

  /// p_ij with all other points as neighbours.
  static double[][] jointProbabilities(UnitRows rows, double perplexity) {
    int n = rows.count();
    var conditional = new double[n][n];
    for (int i = 0; i < n; i++) {
      double low = 0;
      double high = 1e6;
      for (int step = 0; step < 200; step++) {
        double beta = (low + high) / 2;
        double sum = 0;
        for (int j = 0; j < n; j++) {
          conditional[i][j] = j == i ? 0 : Math.exp(-beta * 2 * (1 - rows.cosine(i, j)));
          sum += conditional[i][j];
        }
        double entropy = 0;
        for (int j = 0; j < n; j++) {
          conditional[i][j] /= sum;
          entropy -= conditional[i][j] > 0 ? conditional[i][j] * Math.log(conditional[i][j]) : 0;
        }
        if (entropy > Math.log(perplexity)) {
          low = beta;
        } else {
          high = beta;
        }
      }
    }
    return symmetric(conditional);
  }

  static double[][] symmetric(double[][] conditional) {
    int n = conditional.length;
    var joint = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        joint[i][j] = (conditional[i][j] + conditional[j][i]) / (2 * n);
      }
    }
    return joint;
  }

  static double[][] dense(Affinities affinities) {
    int n = affinities.size();
    var p = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int at = affinities.start()[i]; at < affinities.start()[i + 1]; at++) {
        p[i][affinities.columns()[at]] = affinities.values()[at];
      }
    }
    return p;
  }

  static double divergence(double[][] p, double[] y) {
    double z = normaliser(y);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        if (p[i][j] > 0) {
          sum += p[i][j] * Math.log(p[i][j] / (weight(y, i, j) / z));
        }
      }
    }
    return sum;
  }

  static double[] gradient(double[][] p, double exaggeration, double[] y) {
    double z = normaliser(y);
    var gradient = new double[y.length];
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        if (j != i) {
          double w = weight(y, i, j);
          double factor = 4 * (exaggeration * p[i][j] - w / z) * w;
          gradient[2 * i] += factor * (y[2 * i] - y[2 * j]);
          gradient[2 * i + 1] += factor * (y[2 * i + 1] - y[2 * j + 1]);
        }
      }
    }
    return gradient;
  }

  /// Sum of the weights of all ordered pairs of two different points.
  static double normaliser(double[] y) {
    double z = 0;
    for (int i = 0; i < y.length / 2; i++) {
      for (int j = 0; j < y.length / 2; j++) {
        z += j == i ? 0 : weight(y, i, j);
      }
    }
    return z;
  }

  static double weight(double[] y, int i, int j) {
    double dx = y[2 * i] - y[2 * j];
    double dy = y[2 * i + 1] - y[2 * j + 1];
    return 1 / (1 + dx * dx + dy * dy);
  }
}
