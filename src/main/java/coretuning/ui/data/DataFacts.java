package coretuning.ui.data;

import coretuning.result.DataFinding.Severity;
import coretuning.result.DataReport;
import coretuning.result.DataReport.ClassCount;
import coretuning.ui.support.Messages;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// A data set's report in sentences.
final class DataFacts {
  private static final double MIB = 1 << 20;

  private DataFacts() {}

  /// The outcome in one line.
  static String summary(DataReport report, Messages messages) {
    int errors = count(report, Severity.ERROR);
    int warnings = count(report, Severity.WARNING);
    int notes = count(report, Severity.NOTE);
    String found = messages.text("doctor.summary", number(errors), number(warnings), number(notes));
    String seen =
        report.isComplete()
            ? messages.text("doctor.seen.all", number(report.images()))
            : messages.text("doctor.seen.part", number(report.examined()), number(report.images()));
    return seen + " " + found + (errors > 0 ? " " + messages.text("doctor.stops") : "");
  }

  private static int count(DataReport report, Severity severity) {
    return report.counts().entrySet().stream()
        .filter(each -> each.getKey().severity() == severity)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /// Names and values of all that is no finding.
  static SequencedMap<String, String> of(DataReport report, Messages messages) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(messages.text("doctor.fact.root"), report.root());
    facts.put(
        messages.text("doctor.fact.format"),
        report.format().isEmpty()
            ? messages.text("doctor.fact.unknown")
            : messages.has("choice." + report.format())
                ? messages.text("choice." + report.format())
                : report.format());
    facts.put(messages.text("doctor.fact.because"), report.recognised());
    facts.put(
        messages.text("doctor.fact.images"),
        String.format(Locale.ROOT, "%,d (%.1f MiB)", report.images(), report.bytes() / MIB));
    facts.put(
        messages.text("doctor.fact.parts"),
        messages.text(
            "doctor.fact.parts.value",
            number(report.classes().stream().mapToInt(ClassCount::train).sum()),
            number(report.classes().stream().mapToInt(ClassCount::validation).sum()),
            number(report.classes().stream().mapToInt(ClassCount::test).sum())));
    DataReport.Sizes sizes = report.sizes();
    facts.put(
        messages.text("doctor.fact.sizes"),
        messages.text(
            "doctor.fact.sizes.value",
            sizes.leastWidth(),
            sizes.mostWidth(),
            sizes.medianWidth(),
            sizes.leastHeight(),
            sizes.mostHeight(),
            sizes.medianHeight()));
    facts.put(messages.text("doctor.fact.formats"), counts(report.formats()));
    facts.put(messages.text("doctor.fact.channels"), counts(report.channels()));
    if (!report.notes().isEmpty()) {
      facts.put(messages.text("doctor.fact.notes"), String.join("\n", report.notes()));
    }
    return facts;
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(each -> number(each.getValue()) + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// Shows them as two columns.
  static void fill(GridPane grid, DataReport report, Messages messages) {
    fill(grid, of(report, messages));
  }

  static void fill(GridPane grid, Map<String, String> facts) {
    grid.getChildren().clear();
    facts.forEach((name, value) -> {
      var title = new Label(name);
      title.getStyleClass().add("muted");
      title.setMinWidth(110);
      var text = new Label(value);
      text.setWrapText(true);
      GridPane.setHgrow(text, Priority.ALWAYS);
      grid.addRow(grid.getRowCount(), title, text);
    });
  }
}
