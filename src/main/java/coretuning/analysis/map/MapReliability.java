package coretuning.analysis.map;

import coretuning.analysis.Nearest;
import coretuning.analysis.UnitRows;
import coretuning.result.MapMeasure;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How far the neighbourhoods on a map are those of the original space (Venna and Kaski 2001), for
/// k neighbours:
///
/// - trustworthiness: 1 minus a penalty for points that are near on the map only: are neighbours
///   seen also neighbours in truth?
/// - continuity: the same with the roles changed: are true neighbours still seen together?
/// - overlap: mean share of the k true neighbours among the k on the map.
///
/// A point that is a neighbour in one space only, of rank r > k in the other, costs r - k; the sum
/// is scaled by 2 / (N k (2N - 3k - 1)), so that 1 is perfect and 0 the worst. Distances in the
/// original space are cosine distances; of equal ones the lower row is nearer.
///
/// @param neighbours k
/// @param points N
/// @param sampled points whose neighbourhoods were measured: all N up to [#MOST_EXACT], otherwise a
///   random sample, each against all N
/// @param trustworthiness in [0, 1]
/// @param continuity in [0, 1]
/// @param overlap in [0, 1]
public record MapReliability(
    int neighbours,
    int points,
    int sampled,
    double trustworthiness,
    double continuity,
    double overlap) {
  /// Most points of which all are measured.
  public static final int MOST_EXACT = 10_000;

  /// Neighbours of the usual tools.
  public static final int DEFAULT_NEIGHBOURS = 10;

  private static final int SAMPLE = 2_000;

  /// Measures a map.
  ///
  /// @param features `[N, D]` row-major
  /// @param dimension D
  /// @param x `[N]` on the map
  /// @param y `[N]` on the map
  /// @param k neighbours, at least 1 and below N / 2
  /// @param seed of the sample
  public static MapReliability of(
      float[] features, int dimension, double[] x, double[] y, int k, long seed) {
    UnitRows rows = UnitRows.of(features, dimension);
    if (x.length != rows.count() || y.length != rows.count()) {
      throw new IllegalArgumentException(
          "a map of %d and %d coordinates does not fit %d rows"
              .formatted(x.length, y.length, rows.count()));
    }
    return of(rows, x, y, k, anchors(rows.count(), seed));
  }

  static MapReliability of(UnitRows rows, double[] x, double[] y, int k, int[] anchors) {
    int n = rows.count();
    if (k < 1 || 2 * k >= n) {
      throw new IllegalArgumentException(
          "neighbours must be at least 1 and fewer than half of %d points, got %d".formatted(n, k));
    }
    var counts = new Counts[anchors.length];
    IntStream.range(0, anchors.length)
        .parallel()
        .forEach(a -> counts[a] = Counts.of(rows, x, y, k, anchors[a]));
    long falseNeighbours = 0;
    long lostNeighbours = 0;
    long common = 0;
    for (Counts each : counts) {
      falseNeighbours += each.falseCost;
      lostNeighbours += each.lostCost;
      common += each.common;
    }
    double scale = 2.0 / ((double) anchors.length * k * (2.0 * n - 3.0 * k - 1));
    return new MapReliability(
        k,
        n,
        anchors.length,
        1 - scale * falseNeighbours,
        1 - scale * lostNeighbours,
        common / ((double) anchors.length * k));
  }

  private static int[] anchors(int n, long seed) {
    if (n <= MOST_EXACT) {
      return IntStream.range(0, n).toArray();
    }
    return new SplittableRandom(seed).ints(0, n).distinct().limit(SAMPLE).toArray();
  }

  /// One point's neighbourhoods. Whole numbers: their sums do not depend on the order.
  ///
  /// @param falseCost sum of r - k over neighbours on the map only
  /// @param lostCost sum of r - k over neighbours in the original space only
  /// @param common neighbours in both
  private record Counts(long falseCost, long lostCost, int common) {
    static Counts of(UnitRows rows, double[] x, double[] y, int k, int anchor) {
      int n = rows.count();
      var original = new double[n];
      var onMap = new double[n];
      for (int j = 0; j < n; j++) {
        double dx = x[j] - x[anchor];
        double dy = y[j] - y[anchor];
        onMap[j] = -(dx * dx + dy * dy);
        original[j] = rows.cosine(anchor, j);
      }
      Nearest near = nearest(original, k, anchor);
      Nearest seen = nearest(onMap, k, anchor);
      long falseCost = 0;
      long lostCost = 0;
      int common = 0;
      for (int i = 0; i < k; i++) {
        int cost = Math.max(0, rank(original, seen.row(i), anchor) - k);
        falseCost += cost;
        common += cost == 0 ? 1 : 0;
        lostCost += Math.max(0, rank(onMap, near.row(i), anchor) - k);
      }
      return new Counts(falseCost, lostCost, common);
    }

    private static Nearest nearest(double[] similarities, int k, int anchor) {
      var nearest = new Nearest(k);
      for (int j = 0; j < similarities.length; j++) {
        if (j != anchor) {
          nearest.offer(similarities[j], j);
        }
      }
      return nearest;
    }

    /// 1 for the nearest other point.
    private static int rank(double[] similarities, int row, int anchor) {
      double own = similarities[row];
      int rank = 1;
      for (int j = 0; j < similarities.length; j++) {
        boolean nearer = similarities[j] > own || (similarities[j] == own && j < row);
        rank += nearer && j != anchor ? 1 : 0;
      }
      return rank;
    }
  }

  /// As shown beside a map, e.g. `trustworthiness (k = 10, sample of 2000)`.
  public List<MapMeasure> measures() {
    String how =
        sampled < points
            ? " (k = %d, sample of %d)".formatted(neighbours, sampled)
            : " (k = %d)".formatted(neighbours);
    return List.of(
        new MapMeasure("trustworthiness" + how, trustworthiness),
        new MapMeasure("continuity" + how, continuity),
        new MapMeasure("neighbours kept" + how, overlap));
  }
}
