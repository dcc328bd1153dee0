package coretuning.cli;

import coretuning.result.CheckpointReport;
import coretuning.result.LayoutChoice;
import coretuning.result.TensorMatch;
import coretuning.result.TensorSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The checkpoint doctor's report as lines of text.
final class CheckpointTable {
  private static final int SHOWN = 5;
  private static final int LONGEST_NOTE = 40;

  private final StringBuilder text = new StringBuilder();

  private CheckpointTable() {}

  /// One line a finding.
  ///
  /// @param tensors whether each tensor gets a line, too
  static String of(CheckpointReport report, boolean tensors) {
    var table = new CheckpointTable();
    table.line("file", report.file());
    table.line("format", report.format());
    table.line("sha-256", report.sha256());
    table.layout(report.layout());
    table.match(report.match());
    table.values(report.tensors());
    table.line("notes", notes(report.notes()));
    if (tensors) {
      report.tensors().forEach(table::tensor);
    }
    return table.text.toString();
  }

  private void layout(LayoutChoice layout) {
    line("layout", layout.label());
    line("prefix", layout.prefix().isEmpty() ? "none" : layout.prefix());
    line("because", layout.why());
  }

  private void match(TensorMatch match) {
    line("architecture", match.architecture().isEmpty() ? "unknown" : match.architecture());
    line("matched", "%d of %d tensors".formatted(match.renamed().size(), match.expected()));
    line("missing", list(match.missing()));
    line("wrong shape", list(match.misshapen()));
    line("unexpected", list(match.unexpected()));
    line("dropped heads", list(parts(match.heads())));
    line("beside it", list(parts(match.others())));
    match.renamed().entrySet().stream()
        .filter(each -> !each.getKey().equals(each.getValue()))
        .limit(SHOWN)
        .forEach(each -> line("renamed", each.getKey() + " -> " + each.getValue()));
  }

  private void values(List<TensorSummary> tensors) {
    List<String> broken =
        tensors.stream()
            .filter(TensorSummary::isBroken)
            .map(each ->
                "%s (%d NaN, %d infinite)".formatted(each.name(), each.nans(), each.infinities()))
            .toList();
    line("values", broken.isEmpty() ? "all finite" : "NOT FINITE in " + list(broken));
  }

  private void tensor(TensorSummary tensor) {
    line(
        "tensor",
        String.format(
            Locale.ROOT,
            "%s %s %s, %.4g to %.4g, mean %.4g, deviation %.4g",
            tensor.name(),
            tensor.dtype(),
            tensor.shape(),
            tensor.min(),
            tensor.max(),
            tensor.mean(),
            tensor.deviation()));
  }

  private static List<String> parts(Map<String, Integer> counts) {
    var parts = new ArrayList<String>();
    counts.forEach((name, count) -> parts.add("%s (%d)".formatted(name, count)));
    return parts;
  }

  private static String notes(Map<String, String> notes) {
    return list(
        notes.entrySet().stream()
            .map(each -> {
              String value = each.getValue();
              return each.getKey()
                  + " = "
                  + (value.length() > LONGEST_NOTE
                      ? value.substring(0, LONGEST_NOTE) + "..."
                      : value);
            })
            .toList());
  }

  private static String list(Collection<String> items) {
    if (items.isEmpty()) {
      return "none";
    }
    String start = items.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return items.size() > SHOWN ? "%s and %d more".formatted(start, items.size() - SHOWN) : start;
  }

  /// Names come from strangers: nothing in them may steer the terminal.
  private void line(String title, String value) {
    text.append(String.format("%-14s %s%n", title, value.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?")));
  }
}
