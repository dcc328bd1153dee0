package coretuning.data.doctor;

import coretuning.result.DataFinding;
import coretuning.result.DataFinding.Kind;
import coretuning.result.DataReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Findings as they come in: all counted, the first of each kind kept.
final class Findings {
  private final Map<Kind, List<DataFinding>> kept = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  void add(Kind kind, String file, String detail) {
    add(new DataFinding(kind, file, detail));
  }

  void add(DataFinding finding) {
    counts.merge(finding.kind(), 1, Integer::sum);
    List<DataFinding> list = kept.computeIfAbsent(finding.kind(), key -> new ArrayList<>());
    if (list.size() < DataReport.MOST_LISTED) {
      list.add(finding);
    }
  }

  /// Numbers by kind, the worst first.
  SequencedMap<Kind, Integer> counts() {
    return new LinkedHashMap<>(counts);
  }

  /// The worst first.
  List<DataFinding> all() {
    return kept.values().stream().flatMap(List::stream).toList();
  }
}
