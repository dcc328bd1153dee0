package coretuning.analysis;

import coretuning.result.Neighbour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Exact search for the nearest rows by cosine, block by block so that what is read stays in the
/// processor's cache.
///
/// Queries are spread over the common pool's threads; every query is computed on its own, so the
/// result is the same for any number of threads. Candidates are chosen by cosines summed in single
/// precision: rows whose cosines differ by less than about 1e-6 may change places.
public final class NeighbourSearch {
  /// Bank rows whose cosines with one query are computed side by side.
  private static final int TILE = 512;

  /// Queries that pass over the bank together, so that a tile is used while it is in the cache.
  private static final int CHUNK = 64;

  /// Queries between two looks at a stop.
  private static final int SLAB = 32 * CHUNK;

  private final UnitRows bank;

  /// `[tiles][D][TILE]`: feature-major inside a tile, so that the inner loop runs over neighbours.
  /// An array for each feature: with offsets into one array the compiler cannot tell that sums and
  /// features never overlap, and does not vectorise.
  private final float[][][] tiles;

  /// Lays the rows out for the search.
  ///
  /// @param bank rows to be found
  public NeighbourSearch(UnitRows bank) {
    this.bank = bank;
    tiles = tiles(bank);
  }

  private static float[][][] tiles(UnitRows bank) {
    var tiles = new float[(bank.count() + TILE - 1) / TILE][bank.dimension()][TILE];
    for (int t = 0; t < tiles.length; t++) {
      int rows = Math.min(TILE, bank.count() - t * TILE);
      for (int row = 0; row < rows; row++) {
        for (int d = 0; d < bank.dimension(); d++) {
          tiles[t][d][row] = bank.get(t * TILE + row, d);
        }
      }
    }
    return tiles;
  }

  /// The neighbours of one row among the others, nearest first; cosines in double precision.
  ///
  /// @param k at least 0; capped to N - 1
  public static List<Neighbour> of(UnitRows rows, int row, int k) {
    if (row < 0 || row >= rows.count() || k < 0) {
      throw new IllegalArgumentException(
          "row must lie in [0, %d) and k be at least 0, got %d and %d"
              .formatted(rows.count(), row, k));
    }
    var nearest = new Nearest(Math.min(k, rows.count() - 1));
    for (int other = 0; other < rows.count(); other++) {
      if (other != row) {
        nearest.offer(rows.cosine(row, other), other);
      }
    }
    return sorted(rows, row, nearest);
  }

  private static List<Neighbour> sorted(UnitRows rows, int row, Nearest nearest) {
    var neighbours = new ArrayList<Neighbour>(nearest.size());
    for (int i = 0; i < nearest.size(); i++) {
      int other = nearest.row(i);
      neighbours.add(new Neighbour(other, Math.max(0, 1 - rows.cosine(row, other))));
    }
    neighbours.sort(Neighbour.NEAREST_FIRST);
    return neighbours;
  }

  /// The neighbours of every row of the bank among the others.
  ///
  /// @param k at least 1, at most N - 1
  /// @param stopped looked at every some thousand rows
  /// @return empty if it was stopped
  public Optional<NeighbourTable> all(int k, BooleanSupplier stopped) {
    int n = bank.count();
    if (k < 1 || k > n - 1) {
      throw new IllegalArgumentException(
          "k must lie in [1, %d] for %d rows, got %d".formatted(n - 1, n, k));
    }
    var rows = new int[n * k];
    var distances = new float[n * k];
    for (int from = 0; from < n; from += SLAB) {
      if (stopped.getAsBoolean()) {
        return Optional.empty();
      }
      search(
          bank,
          from,
          Math.min(from + SLAB, n),
          k,
          true,
          (query, nearest) -> {
            int at = query * k;
            for (Neighbour neighbour : sorted(bank, query, nearest)) {
              rows[at] = neighbour.row();
              distances[at++] = (float) neighbour.distance();
            }
          });
    }
    return Optional.of(new NeighbourTable(k, rows, distances));
  }

  /// Takes what was found for one query; called from several threads.
  interface Sink {
    void found(int query, Nearest nearest);
  }

  /// Searches for all queries.
  ///
  /// @param own whether the queries are the bank: a row is not its own neighbour then
  void search(UnitRows queries, int k, boolean own, Sink sink) {
    search(queries, 0, queries.count(), k, own, sink);
  }

  private void search(UnitRows queries, int from, int to, int k, boolean own, Sink sink) {
    int chunks = (to - from + CHUNK - 1) / CHUNK;
    IntStream.range(0, chunks)
        .parallel()
        .forEach(chunk -> {
          int first = from + chunk * CHUNK;
          Nearest[] found = chunk(queries, first, Math.min(first + CHUNK, to), k, own);
          for (int i = 0; i < found.length; i++) {
            sink.found(first + i, found[i]);
          }
        });
  }

  private Nearest[] chunk(UnitRows queries, int from, int to, int k, boolean own) {
    var nearest = new Nearest[to - from];
    Arrays.setAll(nearest, i -> new Nearest(k));
    var cosines = new float[TILE];
    for (int t = 0; t < tiles.length; t++) {
      int first = t * TILE;
      int rows = Math.min(TILE, bank.count() - first);
      for (int query = from; query < to; query++) {
        cosines(queries, query, tiles[t], cosines);
        offer(cosines, rows, first, own ? query : -1, nearest[query - from]);
      }
    }
    return nearest;
  }

  /// Offers the cosines of rows [first, first + rows) other than `own`. Nearly all are below the
  /// bar.
  private static void offer(float[] cosines, int rows, int first, int own, Nearest nearest) {
    double bar = nearest.bar();
    for (int row = 0; row < rows; row++) {
      if (cosines[row] >= bar && first + row != own) {
        nearest.offer(cosines[row], first + row);
        bar = nearest.bar();
      }
    }
  }

  /// Adds up over features for all rows of a tile at once, a loop that the compiler vectorises;
  /// four features a pass spare it loads and stores and leave the order of addition as it is.
  private void cosines(UnitRows queries, int query, float[][] tile, float[] cosines) {
    Arrays.fill(cosines, 0);
    int d = 0;
    for (; d + 3 < tile.length; d += 4) {
      float v0 = queries.get(query, d);
      float v1 = queries.get(query, d + 1);
      float v2 = queries.get(query, d + 2);
      float v3 = queries.get(query, d + 3);
      float[] t0 = tile[d];
      float[] t1 = tile[d + 1];
      float[] t2 = tile[d + 2];
      float[] t3 = tile[d + 3];
      for (int row = 0; row < TILE; row++) {
        cosines[row] = cosines[row] + v0 * t0[row] + v1 * t1[row] + v2 * t2[row] + v3 * t3[row];
      }
    }
    for (; d < tile.length; d++) {
      float value = queries.get(query, d);
      float[] features = tile[d];
      for (int row = 0; row < TILE; row++) {
        cosines[row] += value * features[row];
      }
    }
  }
}
