package coretuning.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which classes are taken for which most often, over several models.
final class Confusions {
  private Confusions() {}

  /// One kind of mistake.
  ///
  /// @param label true class
  /// @param prediction class it was taken for
  /// @param counts how often, one for each model
  record Confusion(int label, int prediction, List<Integer> counts) {
    int most() {
      return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }

  /// The most frequent mistakes of any model, the most frequent first.
  ///
  /// @param matrices `[K, K]` counts of each model, row true class, column prediction
  /// @param limit how many at most
  static List<Confusion> mostFrequent(List<int[][]> matrices, int limit) {
    int classes = matrices.isEmpty() ? 0 : matrices.getFirst().length;
    var all = new ArrayList<Confusion>();
    for (int label = 0; label < classes; label++) {
      for (int prediction = 0; prediction < classes; prediction++) {
        int row = label;
        int column = prediction;
        if (label != prediction) {
          List<Integer> counts = matrices.stream().map(each -> each[row][column]).toList();
          all.add(new Confusion(label, prediction, counts));
        }
      }
    }
    return all.stream()
        .filter(each -> each.most() > 0)
        .sorted(Comparator.comparingInt(Confusion::most).reversed())
        .limit(limit)
        .toList();
  }
}
