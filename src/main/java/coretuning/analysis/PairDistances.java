package coretuning.analysis;

import java.util.random.RandomGenerator;

/// Cosine distances of pairs of images, for histograms.
///
/// @param intra of pairs of one class, in [0, 2]
/// @param inter of pairs of two classes, in [0, 2]
public record PairDistances(double[] intra, double[] inter) {

  /// Measures all pairs, or a uniform sample without repetition where there are more than `limit`.
  ///
  /// @param features `[N, D]` row-major
  /// @param dimension D
  /// @param labels `[N]`
  /// @param limit most pairs of each kind, at least 1
  public static PairDistances of(
      float[] features, int dimension, int[] labels, int limit, RandomGenerator random) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, got " + limit);
    }
    UnitRows rows = UnitRows.of(features, dimension);
    if (labels.length != rows.count()) {
      throw new IllegalArgumentException(
          "%d rows need as many labels, got %d".formatted(rows.count(), labels.length));
    }
    var intra = new PairReservoir(limit, random);
    var inter = new PairReservoir(limit, random);
    for (int a = 0; a < labels.length; a++) {
      for (int b = 0; b < a; b++) {
        (labels[a] == labels[b] ? intra : inter).offer(a, b);
      }
    }
    return new PairDistances(intra.distances(rows), inter.distances(rows));
  }
}
