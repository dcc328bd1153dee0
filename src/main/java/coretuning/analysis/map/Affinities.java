package coretuning.analysis.map;

import coretuning.analysis.NeighbourTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The joint probabilities p_ij of t-SNE's input, kept for neighbours only (van der Maaten 2014,
/// Eqs 6 and 7): p_ij = (p_j|i + p_i|j) / 2N, where p_j|i belongs to j among i's neighbours.
/// Symmetric; all together add up to 1.
///
/// @param start `[N + 1]`: row i holds the entries from `start[i]` to before `start[i + 1]`
/// @param columns j of each entry, rising inside a row
/// @param values p_ij of each entry, above or equal 0
record Affinities(int[] start, int[] columns, float[] values) {

  /// Calibrates and symmetrises.
  ///
  /// @param perplexity effective number of neighbours of every point, below the table's k
  static Affinities of(NeighbourTable neighbours, double perplexity) {
    int n = neighbours.size();
    int k = neighbours.k();
    var columns = new int[n * k];
    var conditional = new float[n * k];
    IntStream.range(0, n)
        .parallel()
        .forEach(i -> calibrate(neighbours, i, perplexity, columns, conditional));
    return symmetric(n, k, columns, conditional);
  }

  /// Writes row i's neighbours in rising order with their p_j|i.
  private static void calibrate(
      NeighbourTable neighbours, int i, double perplexity, int[] columns, float[] conditional) {
    int k = neighbours.k();
    int from = i * k;
    var squared = new double[k];
    for (int m = 0; m < k; m++) {
      // Unit vectors: |a - b|^2 = 2 (1 - cosine).
      squared[m] = 2.0 * neighbours.distances()[from + m];
    }
    double[] p = Perplexity.calibrate(squared, perplexity);
    long[] order = new long[k];
    for (int m = 0; m < k; m++) {
      order[m] = (long) neighbours.rows()[from + m] << Integer.SIZE | m;
    }
    Arrays.sort(order);
    for (int m = 0; m < k; m++) {
      columns[from + m] = (int) (order[m] >>> Integer.SIZE);
      conditional[from + m] = (float) p[(int) order[m]];
    }
  }

  /// Merges each row's own neighbours with the rows that have it as theirs; both rise.
  private static Affinities symmetric(int n, int k, int[] columns, float[] conditional) {
    Reverse reverse = Reverse.of(n, columns);
    var start = new int[n + 1];
    var merged = new int[2 * n * k];
    var values = new float[2 * n * k];
    int size = 0;
    for (int i = 0; i < n; i++) {
      int own = i * k;
      int ownEnd = own + k;
      int other = reverse.start[i];
      int otherEnd = reverse.start[i + 1];
      while (own < ownEnd || other < otherEnd) {
        int ownColumn = own < ownEnd ? columns[own] : Integer.MAX_VALUE;
        int otherColumn = other < otherEnd ? reverse.entries[other] / k : Integer.MAX_VALUE;
        double sum = 0;
        if (ownColumn <= otherColumn) {
          sum += conditional[own++];
        }
        if (otherColumn <= ownColumn) {
          sum += conditional[reverse.entries[other++]];
        }
        merged[size] = Math.min(ownColumn, otherColumn);
        values[size++] = (float) (sum / (2.0 * n));
      }
      start[i + 1] = size;
    }
    return new Affinities(start, Arrays.copyOf(merged, size), Arrays.copyOf(values, size));
  }

  /// For each column the places in the table where it stands, rising.
  private record Reverse(int[] start, int[] entries) {
    static Reverse of(int n, int[] columns) {
      var start = new int[n + 1];
      for (int column : columns) {
        start[column + 1]++;
      }
      for (int i = 0; i < n; i++) {
        start[i + 1] += start[i];
      }
      var entries = new int[columns.length];
      int[] next = start.clone();
      for (int at = 0; at < columns.length; at++) {
        entries[next[columns[at]]++] = at;
      }
      return new Reverse(start, entries);
    }
  }

  /// Number of points, N.
  int size() {
    return start.length - 1;
  }
}
