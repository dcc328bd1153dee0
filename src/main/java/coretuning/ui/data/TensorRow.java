package coretuning.ui.data;

import coretuning.result.CheckpointReport;
import coretuning.result.TensorMatch;
import coretuning.result.TensorSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One tensor of a file of weights, or one that the file lacks, and what becomes of it.
///
/// @param name in the file; empty if it is missing there
/// @param readAs torchvision's name; empty if it is not read
/// @param fate what becomes of it
/// @param values of a tensor that is there
/// @param detail e.g. both shapes where they differ
record TensorRow(
    String name, String readAs, Fate fate, Optional<TensorSummary> values, String detail) {
  /// What becomes of a tensor.
  enum Fate {
    MATCHED,
    MISSING,
    WRONG_SHAPE,
    /// Belongs to a layer that the backbone does not have.
    UNEXPECTED,
    /// Of a head on top of the backbone, which is dropped.
    DROPPED,
    /// Of another network, an optimiser, a counter of batches.
    BESIDE
  }

  private static final String COUNTER = "num_batches_tracked";
  private static final String IS = " is ";

  /// All rows: what the file has in its order, then what it lacks.
  static List<TensorRow> of(CheckpointReport report) {
    TensorMatch match = report.match();
    String prefix = report.layout().prefix();
    Map<String, String> misshapen = misshapen(match);
    var unexpected = new HashSet<>(match.unexpected());
    var rows = new ArrayList<TensorRow>();
    for (TensorSummary each : report.tensors()) {
      String name = each.name();
      String standard = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
      String renamed = match.renamed().get(name);
      String wrong = misshapen.remove(standard);
      if (renamed != null) {
        rows.add(new TensorRow(name, renamed, Fate.MATCHED, Optional.of(each), ""));
      } else if (wrong != null) {
        rows.add(new TensorRow(name, standard, Fate.WRONG_SHAPE, Optional.of(each), wrong));
      } else {
        Fate fate =
            unexpected.contains(name)
                ? Fate.UNEXPECTED
                : isHead(standard, match) ? Fate.DROPPED : Fate.BESIDE;
        rows.add(new TensorRow(name, "", fate, Optional.of(each), ""));
      }
    }
    // Where names are read by other rules than a prefix the file's own name is not known.
    misshapen.forEach((standard, how) ->
        rows.add(new TensorRow("", standard, Fate.WRONG_SHAPE, Optional.empty(), how)));
    match
        .missing()
        .forEach(name -> rows.add(new TensorRow("", name, Fate.MISSING, Optional.empty(), "")));
    return rows;
  }

  /// torchvision's name -> the sentence about its shape.
  private static Map<String, String> misshapen(TensorMatch match) {
    var found = new HashMap<String, String>();
    for (String each : match.misshapen()) {
      int end = each.indexOf(IS);
      found.put(end < 0 ? each : each.substring(0, end), each);
    }
    return found;
  }

  private static boolean isHead(String standard, TensorMatch match) {
    int dot = standard.indexOf('.');
    String part = dot < 0 ? standard : standard.substring(0, dot);
    return match.heads().containsKey(part) && !standard.endsWith(COUNTER);
  }

  /// Whether training from it could only give NaN.
  boolean isBroken() {
    return values.filter(TensorSummary::isBroken).isPresent();
  }

  /// Whether a text occurs in one of its names.
  boolean contains(String text) {
    return name.contains(text) || readAs.contains(text);
  }
}
