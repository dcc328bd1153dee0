package coretuning.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The weighted k-nearest-neighbour classifier of instance discrimination (Wu et al. 2018): the k
/// images of the bank whose unit features have the largest cosine with the query's vote for their
/// classes, each with weight exp(cosine / temperature).
///
/// Queries are spread over the common pool's threads; every query is computed on its own, so the
/// result is the same for any number of threads. Cosines are summed in single precision.
public final class NearestNeighbours {
  /// Bank rows whose cosines with one query are computed side by side.
  private static final int TILE = 512;

  /// Queries that pass over the bank together, so that a tile is used while it is in the cache.
  private static final int CHUNK = 64;

  private final int dimension;
  private final int[] labels;
  private final int classes;
  private final int k;
  private final double temperature;

  /// `[tiles][D * TILE]`: feature-major inside a tile, so that the inner loop runs over neighbours.
  private final float[][] tiles;

  /// Takes over the bank.
  ///
  /// @param features `[N, D]` row-major, N at least 1, of any length; copied
  /// @param dimension D
  /// @param labels `[N]` in [0, classes)
  /// @param k neighbours that vote, at least 1; capped to N
  /// @param temperature of the vote, above 0
  public NearestNeighbours(
      float[] features, int dimension, int[] labels, int classes, int k, double temperature) {
    if (k < 1 || !(temperature > 0)) {
      throw new IllegalArgumentException(
          "k must be at least 1 and temperature above 0, got %d and %s".formatted(k, temperature));
    }
    UnitRows bank = UnitRows.of(features, dimension);
    Labels.require(labels, bank.count(), classes);
    if (bank.count() == 0) {
      throw new IllegalArgumentException("the bank must hold at least one image");
    }
    this.dimension = dimension;
    this.labels = labels.clone();
    this.classes = classes;
    this.k = Math.min(k, bank.count());
    this.temperature = temperature;
    tiles = tiles(bank);
  }

  private static float[][] tiles(UnitRows bank) {
    var tiles = new float[(bank.count() + TILE - 1) / TILE][];
    for (int t = 0; t < tiles.length; t++) {
      tiles[t] = new float[bank.dimension() * TILE];
      int rows = Math.min(TILE, bank.count() - t * TILE);
      for (int row = 0; row < rows; row++) {
        for (int d = 0; d < bank.dimension(); d++) {
          tiles[t][d * TILE + row] = bank.get(t * TILE + row, d);
        }
      }
    }
    return tiles;
  }

  /// Neighbours that vote, after capping.
  public int k() {
    return k;
  }

  /// Classes named by the vote; of equal votes the lower class wins.
  ///
  /// @param queries `[M, D]` row-major, of any length
  /// @return `[M]`
  public int[] predict(float[] queries) {
    UnitRows rows = UnitRows.of(queries, dimension);
    var predictions = new int[rows.count()];
    int chunks = (rows.count() + CHUNK - 1) / CHUNK;
    IntStream.range(0, chunks)
        .parallel()
        .forEach(chunk -> {
          int from = chunk * CHUNK;
          int to = Math.min(from + CHUNK, rows.count());
          predict(rows, from, to, predictions);
        });
    return predictions;
  }

  /// Share of queries whose vote names their label, in [0, 1].
  ///
  /// @param queries `[M, D]`, M at least 1
  /// @param truth `[M]`
  public double accuracy(float[] queries, int[] truth) {
    int[] predictions = predict(queries);
    Labels.require(truth, predictions.length, classes);
    if (truth.length == 0) {
      throw new IllegalArgumentException("an accuracy needs at least one query");
    }
    int right = 0;
    for (int i = 0; i < truth.length; i++) {
      right += predictions[i] == truth[i] ? 1 : 0;
    }
    return (double) right / truth.length;
  }

  private void predict(UnitRows queries, int from, int to, int[] predictions) {
    var nearest = new Nearest[to - from];
    Arrays.setAll(nearest, i -> new Nearest(k));
    var cosines = new float[TILE];
    for (int t = 0; t < tiles.length; t++) {
      int first = t * TILE;
      int rows = Math.min(TILE, labels.length - first);
      for (int query = from; query < to; query++) {
        cosines(queries, query, tiles[t], cosines);
        for (int row = 0; row < rows; row++) {
          nearest[query - from].offer(cosines[row], first + row);
        }
      }
    }
    for (int query = from; query < to; query++) {
      predictions[query] = vote(nearest[query - from]);
    }
  }

  /// Adds up over features for all rows of a tile at once, a loop that the compiler vectorises.
  private void cosines(UnitRows queries, int query, float[] tile, float[] cosines) {
    Arrays.fill(cosines, 0);
    for (int d = 0; d < dimension; d++) {
      float value = queries.get(query, d);
      int start = d * TILE;
      for (int row = 0; row < TILE; row++) {
        cosines[row] += value * tile[start + row];
      }
    }
  }

  private int vote(Nearest nearest) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < nearest.size(); i++) {
      highest = Math.max(highest, nearest.cosine(i));
    }
    var votes = new double[classes];
    for (int i = 0; i < nearest.size(); i++) {
      // Relative to the nearest: the same order of votes, and no overflow at small temperatures.
      votes[labels[nearest.row(i)]] += Math.exp((nearest.cosine(i) - highest) / temperature);
    }
    int best = 0;
    for (int each = 1; each < classes; each++) {
      if (votes[each] > votes[best]) {
        best = each;
      }
    }
    return best;
  }
}
