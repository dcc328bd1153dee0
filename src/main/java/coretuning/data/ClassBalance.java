package coretuning.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Ids sorted into classes, each class in a seeded random order: whoever takes the first k of each
/// takes a class-balanced random sample, and a larger k extends a smaller one.
final class ClassBalance {
  private ClassBalance() {}

  /// One array of ids per class, shuffled.
  ///
  /// @param labels class of every id
  /// @param from first id to consider
  /// @param to id after the last one to consider
  /// @param classCount number of arrays
  static List<int[]> shuffled(int[] labels, int from, int to, int classCount, long seed) {
    return IntStream.range(0, classCount)
        .mapToObj(label -> {
          int[] ids = IntStream.range(from, to).filter(id -> labels[id] == label).toArray();
          RandomStream.shuffle(ids, RandomStream.of(seed, label));
          return ids;
        })
        .toList();
  }

  /// All ids of the given arrays, ascending.
  static int[] merged(List<int[]> perClass) {
    return perClass.stream().flatMapToInt(Arrays::stream).sorted().toArray();
  }
}
