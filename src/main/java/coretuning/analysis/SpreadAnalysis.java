package coretuning.analysis;

import coretuning.result.Spread;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Measures how classes lie in feature space, on unit-length features z.
///
/// - A class centre is the mean of the class's unit features; distances are 1 - cosine.
/// - Alignment and uniformity after Wang and Isola (2020) with a = 2, t = 2: positives are all
///   pairs of one class, uniformity runs over all distinct pairs.
/// - Tightness T and contrast R split the supervised contrastive loss (Eq 1 of Core-tuning) of all
///   images as one batch: L_con = T + R with T = -(1/n) sum_i (1/|P_i|) sum_{j in P_i} s_ij / tau
///   and R = (1/n) sum_i log sum_{k != i} exp(s_ik / tau), s the cosine, P_i the other images of
///   i's class, n the images that have such others.
///
/// What has nothing to measure is NaN: one class has no distance between centres, classes of one
/// image have no pairs.
public final class SpreadAnalysis {
  /// tau of T and R: that of the released Core-tuning code, whatever the run trained with, so that
  /// runs can be compared.
  public static final double TEMPERATURE = 0.07;

  private SpreadAnalysis() {}

  /// Measures with [#TEMPERATURE].
  ///
  /// @param features `[N, D]` row-major, N at least 1
  /// @param dimension D
  /// @param labels `[N]` in [0, K)
  /// @param classes K
  public static Spread of(float[] features, int dimension, int[] labels, int classes) {
    return of(features, dimension, labels, classes, TEMPERATURE);
  }

  /// Measures with another temperature of T and R.
  ///
  /// @param temperature tau, above 0
  /// @throws coretuning.result.Problem if a feature is not finite
  public static Spread of(
      float[] features, int dimension, int[] labels, int classes, double temperature) {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be above 0, got " + temperature);
    }
    UnitRows rows = UnitRows.of(features, dimension);
    Labels.require(labels, rows.count(), classes);
    if (rows.count() == 0) {
      throw new IllegalArgumentException("a spread needs at least one image");
    }
    ClassCentres centres = ClassCentres.of(rows, labels, classes);
    double[] toCentre = centres.toOwn();
    Pairs pairs = pairs(rows, labels, temperature);
    return new Spread(
        Arrays.stream(toCentre).average().orElse(Double.NaN),
        mean(centres.between()),
        pairs.alignment(),
        pairs.uniformity(),
        pairs.tightness(),
        pairs.contrast(),
        perClass(toCentre, labels, classes));
  }

  private static double mean(double[][] between) {
    double sum = 0;
    int pairs = 0;
    for (int a = 0; a < between.length; a++) {
      for (int b = 0; b < a; b++) {
        if (!Double.isNaN(between[a][b])) {
          sum += between[a][b];
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  private static double[] perClass(double[] distances, int[] labels, int classes) {
    var sums = new double[classes];
    var counts = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      sums[labels[i]] += distances[i];
      counts[labels[i]]++;
    }
    for (int each = 0; each < classes; each++) {
      sums[each] /= counts[each];
    }
    return sums;
  }

  /// Sums over the pairs of one anchor, or of all.
  ///
  /// @param positives other images of the anchor's class
  /// @param squared sum of their squared distances
  /// @param gauss sum of exp(-2 squared distance) over all others
  private record Pairs(
      long anchors,
      long positives,
      long all,
      double squared,
      double gauss,
      double tightness,
      double contrast) {

    double alignment() {
      return squared / positives;
    }

    double uniformity() {
      return all == 0 ? Double.NaN : Math.log(gauss / all);
    }
  }

  /// Anchors run in parallel; their sums are added in their order.
  private static Pairs pairs(UnitRows rows, int[] labels, double temperature) {
    int n = labels.length;
    var each = new Pairs[n];
    IntStream.range(0, n).parallel().forEach(i -> each[i] = anchor(rows, labels, i, temperature));
    long anchors = 0;
    long positives = 0;
    double squared = 0;
    double gauss = 0;
    double tightness = 0;
    double contrast = 0;
    for (Pairs anchor : each) {
      positives += anchor.positives;
      squared += anchor.squared;
      gauss += anchor.gauss;
      if (anchor.positives > 0) {
        anchors++;
        tightness += anchor.tightness;
        contrast += anchor.contrast;
      }
    }
    return new Pairs(
        anchors,
        positives,
        (long) n * (n - 1),
        squared,
        gauss,
        tightness / anchors,
        contrast / anchors);
  }

  private static Pairs anchor(UnitRows rows, int[] labels, int anchor, double temperature) {
    int positives = 0;
    double squared = 0;
    double gauss = 0;
    double similar = 0;
    double exponentials = 0;
    for (int k = 0; k < labels.length; k++) {
      if (k == anchor) {
        continue;
      }
      double cosine = rows.cosine(anchor, k);
      double distance = 2 - 2 * cosine;
      gauss += Math.exp(-2 * distance);
      // Relative to the largest possible cosine: no overflow at small temperatures.
      exponentials += Math.exp((cosine - 1) / temperature);
      if (labels[k] == labels[anchor]) {
        positives++;
        squared += distance;
        similar += cosine;
      }
    }
    return new Pairs(
        1,
        positives,
        labels.length - 1L,
        squared,
        gauss,
        -similar / positives / temperature,
        Math.log(exponentials) + 1 / temperature);
  }
}
