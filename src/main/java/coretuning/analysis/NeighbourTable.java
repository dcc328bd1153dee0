package coretuning.analysis;

/// The k nearest other rows of each of N rows, nearest first.
///
/// @param k neighbours of a row
/// @param rows `[N, k]` row-major, in [0, N)
/// @param distances `[N, k]` 1 - cosine, in [0, 2]
public record NeighbourTable(int k, int[] rows, float[] distances) {
  public NeighbourTable {
    if (k < 1 || rows.length % k != 0 || rows.length != distances.length) {
      throw new IllegalArgumentException(
          "%d rows and %d distances are no table of %d neighbours each"
              .formatted(rows.length, distances.length, k));
    }
  }

  /// Number of rows, N.
  public int size() {
    return rows.length / k;
  }
}
