package coretuning.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import coretuning.objective.SyntheticNegatives;
import coretuning.spec.SynthesisSpec;
import coretuning.tensor.Transfer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Synthesises hard negatives of each query from the keys nearest to it (MoCHi, section 3): s of
/// two keys each, then s' of the query and one key each.
///
/// Two parents are two different keys. The synthetic vectors never enter the queue.
final class HardNegatives {
  /// Numbers of a block that is mixed at once: 1 MiB, a part of what a core's cache holds.
  private static final long BLOCK_VALUES = 1 << 18;

  private final SynthesisSpec spec;

  HardNegatives(SynthesisSpec spec) {
    this.spec = spec;
  }

  /// Draws parents for every query.
  ///
  /// @param cosines `[N, Q]` of queries and keys, without gradient; below -1 where a key must not
  ///   be a parent
  /// @param random first all pairs of keys, then all pairs with the query, query by query
  Parents draw(NDArray cosines, RandomGenerator random) {
    int queries = Math.toIntExact(cosines.getShape().get(0));
    int count = spec.mixed() + spec.queryMixed();
    int hardest = hardest(cosines);
    NDList nearest = cosines.topK(hardest, 1, true, true);
    long[] rows = nearest.get(1).toLongArray();
    var parents =
        new Parents(
            count, new int[queries * count], new int[queries * count], new double[queries * count]);
    for (int query = 0; query < queries; query++) {
      for (int k = 0; k < count; k++) {
        int place = query * count + k;
        int second = random.nextInt(hardest);
        if (k < spec.mixed()) {
          // Any of the others: a step of 1 to hardest - 1 around the circle.
          int other = (second + 1 + random.nextInt(hardest - 1)) % hardest;
          parents.first()[place] = (int) rows[query * hardest + other];
          parents.shares()[place] = random.nextDouble();
        } else {
          parents.first()[place] = Parents.QUERY;
          parents.shares()[place] = spec.mostQueryShare() * random.nextDouble();
        }
        parents.second()[place] = (int) rows[query * hardest + second];
      }
    }
    return parents;
  }

  /// N, or as many keys as every query may use.
  private int hardest(NDArray cosines) {
    int columns = Math.toIntExact(cosines.getShape().get(1));
    if (!spec.classOracle()) {
      return requireTwo(Math.min(spec.hardest(), columns));
    }
    double[] values = Transfer.toDoubles(cosines);
    int least = columns;
    for (int row = 0; row < values.length / columns; row++) {
      int from = row * columns;
      least =
          Math.min(
              least,
              (int)
                  Arrays.stream(values, from, from + columns)
                      .filter(value -> value >= OwnClass.LEAST_COSINE)
                      .count());
    }
    return requireTwo(Math.min(spec.hardest(), least));
  }

  private static int requireTwo(int keys) {
    if (keys < 2) {
      throw new IllegalArgumentException(
          "mixing needs at least 2 keys that may be parents, got %d: enlarge the queue"
              .formatted(keys));
    }
    return keys;
  }

  /// Mixes the vectors, a few queries at a time: what is gathered for them stays in the processor's
  /// caches until it is mixed.
  ///
  /// @param query `[N, D]` unit rows, without gradient
  /// @param keys `[Q, D]` unit rows, may be long-lived
  /// @return `[N, s + s', D]` unit rows, owned by the manager of the queries
  NDArray vectors(NDArray query, NDArray keys, Parents parents) {
    NDManager manager = query.getManager();
    int queries = Math.toIntExact(query.getShape().get(0));
    int together = together(query, parents.count());
    var blocks = new NDList();
    for (int from = 0; from < queries; from += together) {
      int to = Math.min(queries, from + together);
      try (NDManager scratch = manager.newSubManager()) {
        NDArray some = query.get(new NDIndex(from + ":" + to));
        some.attach(scratch);
        NDArray block = block(some, keys, parents.of(from, to));
        block.attach(manager);
        blocks.add(block);
      }
    }
    if (blocks.size() == 1) {
      return blocks.head();
    }
    NDArray all = NDArrays.concat(blocks, 0);
    blocks.close();
    return all;
  }

  /// Queries of a block; all of them on a device that has no such caches but many cores.
  private static int together(NDArray query, int count) {
    return query.getDevice().isGpu()
        ? Integer.MAX_VALUE / 2
        : Math.max(1, Math.toIntExact(BLOCK_VALUES / (count * query.getShape().get(1))));
  }

  private NDArray block(NDArray query, NDArray keys, Parents parents) {
    var mixed = new NDList();
    if (spec.mixed() > 0) {
      mixed.add(
          SyntheticNegatives.mix(
              rows(query, keys, parents, parents.first(), 0, spec.mixed()),
              rows(query, keys, parents, parents.second(), 0, spec.mixed()),
              shares(query, parents, 0, spec.mixed())));
    }
    if (spec.queryMixed() > 0) {
      mixed.add(
          SyntheticNegatives.mix(
              query.expandDims(1),
              rows(query, keys, parents, parents.second(), spec.mixed(), parents.count()),
              shares(query, parents, spec.mixed(), parents.count())));
    }
    return mixed.size() == 1 ? mixed.head() : NDArrays.concat(mixed, 1);
  }

  private static NDArray rows(
      NDArray query, NDArray keys, Parents parents, int[] which, int from, int to) {
    int queries = which.length / parents.count();
    var wanted = new long[queries * (to - from)];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = which[i / (to - from) * parents.count() + from + i % (to - from)];
    }
    NDArray index = query.getManager().create(wanted, new Shape(queries, to - from));
    // Copies whole rows: twice as fast as an index does.
    return Embedding.embedding(index, keys, SparseFormat.DENSE).singletonOrThrow();
  }

  private static NDArray shares(NDArray query, Parents parents, int from, int to) {
    int queries = parents.shares().length / parents.count();
    var wanted = new double[queries * (to - from)];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = parents.shares()[i / (to - from) * parents.count() + from + i % (to - from)];
    }
    return Transfer.toDevice(
        query.getManager(), wanted, new Shape(queries, to - from, 1), query.getDataType());
  }
}
