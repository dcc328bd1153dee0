package coretuning.ui.pairs;

import coretuning.result.HardPair;
import coretuning.result.Snapshot;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Which classes the hardest negatives of each anchor came from over the recorded epochs: what an
/// anchor that stays hard is mistaken for.
///
/// @param byAnchor classes by sample
record NegativeClasses(Map<Integer, List<Count>> byAnchor) {
  static final NegativeClasses NONE = new NegativeClasses(Map.of());

  /// A class and in how many epochs it was that of the hardest negative.
  record Count(int label, int epochs) {}

  NegativeClasses {
    byAnchor = Map.copyOf(byAnchor);
  }

  /// Counts over snapshots; a negative whose class a snapshot does not know is left out.
  static NegativeClasses of(Collection<Snapshot> snapshots) {
    Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
    for (Snapshot snapshot : snapshots) {
      var labels = new Labels(snapshot);
      for (HardPair pair : snapshot.pairs()) {
        OptionalInt label = labels.of(pair.hardNegative());
        label.ifPresent(known ->
            counts
                .computeIfAbsent(pair.anchor(), anchor -> new TreeMap<>())
                .merge(known, 1, Integer::sum));
      }
    }
    Map<Integer, List<Count>> sorted = new HashMap<>();
    counts.forEach((anchor, classes) ->
        sorted.put(
            anchor,
            classes.entrySet().stream()
                .map(each -> new Count(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(Count::epochs).reversed())
                .toList()));
    return new NegativeClasses(sorted);
  }

  /// The classes of an anchor's hardest negatives, the most frequent first.
  List<Count> of(int anchor) {
    return byAnchor.getOrDefault(anchor, List.of());
  }
}
