package coretuning.analysis;

/// The k nearest of a stream of candidates: a heap with the farthest kept one on top. Of equal
/// cosines the lower index is nearer, so the result does not depend on the order of arrival.
final class Nearest {
  private final float[] cosines;
  private final int[] rows;
  private int size;

  Nearest(int k) {
    cosines = new float[k];
    rows = new int[k];
  }

  void offer(float cosine, int row) {
    if (size < rows.length) {
      rise(size++, cosine, row);
    } else if (isNearer(cosine, row, cosines[0], rows[0])) {
      sink(cosine, row);
    }
  }

  private static boolean isNearer(float cosine, int row, float otherCosine, int otherRow) {
    return cosine > otherCosine || (cosine == otherCosine && row < otherRow);
  }

  private void rise(int from, float cosine, int row) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!isNearer(cosines[parent], rows[parent], cosine, row)) {
        break;
      }
      set(at, cosines[parent], rows[parent]);
      at = parent;
    }
    set(at, cosine, row);
  }

  private void sink(float cosine, int row) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size
          && isNearer(cosines[child], rows[child], cosines[child + 1], rows[child + 1])) {
        child++;
      }
      if (!isNearer(cosine, row, cosines[child], rows[child])) {
        break;
      }
      set(at, cosines[child], rows[child]);
      at = child;
    }
    set(at, cosine, row);
  }

  private void set(int at, float cosine, int row) {
    cosines[at] = cosine;
    rows[at] = row;
  }

  int size() {
    return size;
  }

  float cosine(int i) {
    return cosines[i];
  }

  int row(int i) {
    return rows[i];
  }
}
