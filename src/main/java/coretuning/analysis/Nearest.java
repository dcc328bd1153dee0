package coretuning.analysis;

/// The k nearest of a stream of candidates: a heap with the farthest kept one on top. Of equal
/// similarities the lower index is nearer, so the result does not depend on the order of arrival.
public final class Nearest {
  private final double[] similarities;
  private final int[] rows;
  private int size;

  /// Starts without candidates.
  ///
  /// @param k most candidates to keep, at least 0
  public Nearest(int k) {
    similarities = new double[k];
    rows = new int[k];
  }

  /// Keeps the candidate if it is among the nearest so far.
  ///
  /// @param similarity larger is nearer: a cosine, or a distance with its sign turned
  public void offer(double similarity, int row) {
    if (size < rows.length) {
      rise(size++, similarity, row);
    } else if (size > 0 && isNearer(similarity, row, similarities[0], rows[0])) {
      sink(similarity, row);
    }
  }

  /// A candidate below this similarity is not kept.
  double bar() {
    return size > 0 && size == rows.length ? similarities[0] : Double.NEGATIVE_INFINITY;
  }

  private static boolean isNearer(
      double similarity, int row, double otherSimilarity, int otherRow) {
    return similarity > otherSimilarity || (similarity == otherSimilarity && row < otherRow);
  }

  private void rise(int from, double similarity, int row) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!isNearer(similarities[parent], rows[parent], similarity, row)) {
        break;
      }
      set(at, similarities[parent], rows[parent]);
      at = parent;
    }
    set(at, similarity, row);
  }

  private void sink(double similarity, int row) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size
          && isNearer(similarities[child], rows[child], similarities[child + 1], rows[child + 1])) {
        child++;
      }
      if (!isNearer(similarity, row, similarities[child], rows[child])) {
        break;
      }
      set(at, similarities[child], rows[child]);
      at = child;
    }
    set(at, similarity, row);
  }

  private void set(int at, double similarity, int row) {
    similarities[at] = similarity;
    rows[at] = row;
  }

  /// Candidates kept, at most k.
  public int size() {
    return size;
  }

  double similarity(int i) {
    return similarities[i];
  }

  /// The i-th kept candidate, in no particular order.
  public int row(int i) {
    return rows[i];
  }
}
