package coretuning.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import coretuning.result.QuerySnapshot.Memory;
import coretuning.result.QuerySnapshot.Mixes;
import coretuning.result.QuerySnapshot.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Takes single queries with their nearest negatives off the device.
///
/// @param queue as it is now
/// @param most nearest keys kept of each query, at least 1
record QueryLook(KeyQueue queue, int most) {

  /// Describes queries.
  ///
  /// @param queries `[N, P]` unit rows
  /// @param keys `[N, P]` their own
  /// @param cosines `[N, Q]` of queries and queue; below -1 where a key is no negative
  /// @param parents of their synthetic negatives; empty if there are none
  List<Query> of(
      NDArray queries, NDArray keys, NDArray cosines, Origin origin, Optional<Parents> parents) {
    int kept = Math.toIntExact(Math.min(most, cosines.getShape().get(1)));
    int dimension = Math.toIntExact(queries.getShape().get(1));
    long[] rows = cosines.topK(kept, 1, true, true).get(1).toLongArray();
    float[] vectors = vectors(queries.getManager(), rows);
    float[] ofQueries = queries.toFloatArray();
    float[] ofKeys = keys.toFloatArray();
    long[] samples = queue.samples();
    long[] labels = queue.labels();
    var all = new ArrayList<Query>();
    for (int i = 0; i < origin.samples().length; i++) {
      long[] own = Arrays.copyOfRange(rows, i * kept, (i + 1) * kept);
      var memory =
          new Memory(
              Arrays.stream(own).mapToInt(row -> (int) samples[(int) row]).toArray(),
              Arrays.stream(own).mapToInt(row -> (int) labels[(int) row]).toArray(),
              Arrays.copyOfRange(vectors, i * kept * dimension, (i + 1) * kept * dimension));
      int query = i;
      all.add(
          new Query(
              origin.samples()[i],
              origin.labels()[i],
              Arrays.copyOfRange(ofQueries, i * dimension, (i + 1) * dimension),
              Arrays.copyOfRange(ofKeys, i * dimension, (i + 1) * dimension),
              memory,
              parents.map(each -> mixes(each, query, own)).orElseGet(QueryLook::none)));
    }
    return all;
  }

  private float[] vectors(NDManager scratch, long[] rows) {
    // The rows join the manager of the queue, which may live long.
    try (NDArray found = queue.keys().get(new NDIndex("{}", scratch.create(rows)))) {
      return found.toFloatArray();
    }
  }

  private static Mixes none() {
    return new Mixes(new int[0], new int[0], new double[0]);
  }

  /// Those whose parents are among the keys kept.
  private static Mixes mixes(Parents parents, int query, long[] kept) {
    Map<Integer, Integer> places = new HashMap<>();
    places.put(Parents.QUERY, Parents.QUERY);
    for (int place = 0; place < kept.length; place++) {
      places.put((int) kept[place], place);
    }
    int from = query * parents.count();
    int[] shown =
        IntStream.range(from, from + parents.count())
            .filter(i -> places.containsKey(parents.first()[i]))
            .filter(i -> places.containsKey(parents.second()[i]))
            .toArray();
    return new Mixes(
        Arrays.stream(shown).map(i -> place(places, parents.first()[i])).toArray(),
        Arrays.stream(shown).map(i -> place(places, parents.second()[i])).toArray(),
        Arrays.stream(shown).mapToDouble(i -> parents.shares()[i]).toArray());
  }

  private static int place(Map<Integer, Integer> places, int row) {
    return Optional.ofNullable(places.get(row)).orElseThrow();
  }
}
