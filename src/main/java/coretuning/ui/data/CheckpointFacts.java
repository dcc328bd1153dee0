package coretuning.ui.data;

import coretuning.result.CheckpointReport;
import coretuning.result.LayoutChoice;
import coretuning.result.TensorMatch;
import coretuning.result.TensorSummary;
import coretuning.ui.support.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// A file of weights in sentences.
final class CheckpointFacts {
  private static final int LONGEST_NOTE = 60;
  private static final int MOST_NOTES = 12;

  private CheckpointFacts() {}

  /// The outcome in one line.
  static String summary(CheckpointReport report, Messages messages) {
    TensorMatch match = report.match();
    long broken = report.tensors().stream().filter(TensorSummary::isBroken).count();
    String fit =
        match.renamed().isEmpty()
            ? messages.text(
                "weights.nothing",
                match.architecture().isEmpty()
                    ? messages.text("weights.anything")
                    : match.architecture())
            : messages.text(
                "weights.match", match.architecture(), match.renamed().size(), match.expected());
    return broken == 0 ? fit : fit + " " + messages.text("weights.broken", broken);
  }

  /// Names and values of all that is no tensor.
  static SequencedMap<String, String> of(CheckpointReport report, Messages messages) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(messages.text("weights.fact.file"), report.file());
    facts.put(messages.text("weights.fact.format"), report.format());
    facts.put(messages.text("weights.fact.hash"), report.sha256());
    LayoutChoice layout = report.layout();
    facts.put(messages.text("weights.fact.layout"), layout.label() + ": " + layout.why());
    TensorMatch match = report.match();
    match.renamed().entrySet().stream()
        .findFirst()
        .ifPresent(first ->
            facts.put(
                messages.text("weights.fact.renaming"),
                first.getKey().equals(first.getValue())
                    ? messages.text("weights.fact.asTheyAre")
                    : first.getKey() + " → " + first.getValue()));
    if (!match.heads().isEmpty()) {
      facts.put(messages.text("weights.fact.heads"), parts(match.heads()));
    }
    if (!match.others().isEmpty()) {
      facts.put(messages.text("weights.fact.others"), parts(match.others()));
    }
    if (!report.notes().isEmpty()) {
      facts.put(messages.text("weights.fact.notes"), notes(report.notes()));
    }
    return facts;
  }

  private static String parts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .limit(MOST_NOTES)
        .map(each -> "%s (%d)".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String notes(Map<String, String> notes) {
    return notes.entrySet().stream()
        .limit(MOST_NOTES)
        .map(each -> each.getKey() + " = " + shortened(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) + "…" : text;
  }
}
