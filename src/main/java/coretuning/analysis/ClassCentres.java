package coretuning.analysis;

import java.util.Arrays;

/// The centres of classes on the unit sphere: the mean of a class's unit features, scaled to length
/// one. Distances are 1 - cosine, in [0, 2].
public final class ClassCentres {
  private static final double LEAST_NORM = 1e-12;

  private final UnitRows rows;
  private final int[] labels;
  private final double[][] centres;

  private ClassCentres(UnitRows rows, int[] labels, double[][] centres) {
    this.rows = rows;
    this.labels = labels;
    this.centres = centres;
  }

  /// Of some features.
  ///
  /// @param features `[N, D]` row-major
  /// @param dimension D
  /// @param labels `[N]` in [0, K)
  /// @param classes K
  /// @throws coretuning.result.Problem if a feature is not finite
  public static ClassCentres of(float[] features, int dimension, int[] labels, int classes) {
    UnitRows rows = UnitRows.of(features, dimension);
    Labels.require(labels, rows.count(), classes);
    return of(rows, labels, classes);
  }

  /// @param labels `[N]` in [0, K), checked
  static ClassCentres of(UnitRows rows, int[] labels, int classes) {
    var centres = new double[classes][0];
    for (int i = 0; i < labels.length; i++) {
      if (centres[labels[i]].length == 0) {
        centres[labels[i]] = new double[rows.dimension()];
      }
      double[] centre = centres[labels[i]];
      for (int d = 0; d < centre.length; d++) {
        centre[d] += rows.get(i, d);
      }
    }
    for (double[] centre : centres) {
      double norm = Math.sqrt(Arrays.stream(centre).map(value -> value * value).sum());
      for (int d = 0; d < centre.length; d++) {
        centre[d] /= Math.max(norm, LEAST_NORM);
      }
    }
    return new ClassCentres(rows, labels.clone(), centres);
  }

  /// Number of classes, K.
  public int classes() {
    return centres.length;
  }

  /// `[N]` distance of each feature to the centre of its class.
  public double[] toOwn() {
    var distances = new double[labels.length];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = 1 - cosine(i, centres[labels[i]]);
    }
    return distances;
  }

  /// `[N]` distance of each feature to the nearest centre of another class; NaN if there is none.
  public double[] toNearestOther() {
    var distances = new double[labels.length];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Double.NaN;
      for (int other = 0; other < centres.length; other++) {
        if (other != labels[i] && centres[other].length > 0) {
          double distance = 1 - cosine(i, centres[other]);
          distances[i] = Double.isNaN(distances[i]) ? distance : Math.min(distances[i], distance);
        }
      }
    }
    return distances;
  }

  private double cosine(int row, double[] centre) {
    double cosine = 0;
    for (int d = 0; d < centre.length; d++) {
      cosine += rows.get(row, d) * centre[d];
    }
    return cosine;
  }

  /// `[K, K]` distances between centres, symmetric, 0 on the diagonal; NaN where a class has no
  /// images.
  public double[][] between() {
    int k = centres.length;
    var distances = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        distances[a][b] = a > b ? distances[b][a] : distance(a, b);
      }
    }
    return distances;
  }

  private double distance(int a, int b) {
    if (centres[a].length == 0 || centres[b].length == 0) {
      return Double.NaN;
    }
    if (a == b) {
      return 0;
    }
    double cosine = 0;
    for (int d = 0; d < centres[a].length; d++) {
      cosine += centres[a][d] * centres[b][d];
    }
    return 1 - cosine;
  }
}
