package coretuning.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the one legend that serves several panels.
final class SharedLegend {
  private SharedLegend() {}

  /// The entries of all panels, each once; empty unless at least two panels have a legend and no
  /// name means different things in two of them, nor two names the same.
  static List<Legend.Entry> of(List<Figure> panels, Style style) {
    var legends = new ArrayList<List<Legend.Entry>>();
    for (Figure panel : panels) {
      if (panel instanceof Keyed keyed) {
        List<Legend.Entry> legend = keyed.legend(style);
        if (!legend.isEmpty()) {
          legends.add(legend);
        }
      }
    }
    Map<String, Legend.Entry> byName = new LinkedHashMap<>();
    Map<Legend.Entry, String> byLook = new LinkedHashMap<>();
    for (Legend.Entry entry : legends.stream().flatMap(List::stream).toList()) {
      Legend.Entry look = new Legend.Entry("", entry.color(), entry.mark(), entry.isLine());
      Legend.Entry known = byName.putIfAbsent(entry.name(), entry);
      String name = byLook.putIfAbsent(look, entry.name());
      if ((known != null && !known.equals(entry)) || (name != null && !name.equals(entry.name()))) {
        return List.of();
      }
    }
    return legends.size() < 2 ? List.of() : List.copyOf(byName.values());
  }
}
