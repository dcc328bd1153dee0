package coretuning.analysis;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A uniform sample of a stream of pairs (reservoir sampling: the m-th pair enters with probability
/// limit / m in the place of a random one).
final class PairReservoir {
  private final int limit;
  private final RandomGenerator random;
  private long[] pairs = new long[16];
  private int size;
  private long seen;

  PairReservoir(int limit, RandomGenerator random) {
    this.limit = limit;
    this.random = random;
  }

  void offer(int a, int b) {
    seen++;
    if (size < limit) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, (int) Math.min(limit, 2L * size));
      }
      pairs[size++] = pack(a, b);
    } else {
      long place = random.nextLong(seen);
      if (place < limit) {
        pairs[(int) place] = pack(a, b);
      }
    }
  }

  private static long pack(int a, int b) {
    return (long) a << Integer.SIZE | b;
  }

  double[] distances(UnitRows rows) {
    var distances = new double[size];
    for (int i = 0; i < size; i++) {
      distances[i] = 1 - rows.cosine((int) (pairs[i] >>> Integer.SIZE), (int) pairs[i]);
    }
    return distances;
  }
}
