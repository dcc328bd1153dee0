package coretuning.cli;

import coretuning.result.DataFinding;
import coretuning.result.DataReport;
import coretuning.result.DataReport.ClassCount;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The dataset doctor's report as lines of text.
final class DataTable {
  private static final int SHOWN_CLASSES = 20;
  private static final int SHOWN_OF_A_KIND = 5;
  private static final double MIB = 1 << 20;

  private final StringBuilder text = new StringBuilder();

  private DataTable() {}

  /// Facts, classes, then findings, the worst first.
  ///
  /// @param all whether every class and every kept finding gets a line
  static String of(DataReport report, boolean all) {
    var table = new DataTable();
    table.facts(report);
    table.classes(report, all);
    table.findings(report, all);
    return table.text.toString();
  }

  private void facts(DataReport report) {
    line("data", report.root());
    line("format", report.format().isEmpty() ? "unknown" : report.format());
    line("because", report.recognised());
    line(
        "images",
        String.format(
            Locale.ROOT,
            "%d%s, %.1f MiB",
            report.images(),
            report.isComplete() ? "" : ", stopped after " + report.examined(),
            report.bytes() / MIB));
    DataReport.Sizes sizes = report.sizes();
    line(
        "sizes",
        "width %d to %d (median %d), height %d to %d (median %d)"
            .formatted(
                sizes.leastWidth(),
                sizes.mostWidth(),
                sizes.medianWidth(),
                sizes.leastHeight(),
                sizes.mostHeight(),
                sizes.medianHeight()));
    line("formats", counts(report.formats()));
    line("channels", counts(report.channels()));
    report.notes().forEach(note -> line("note", note));
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(each -> "%d %s".formatted(each.getValue(), each.getKey()))
            .collect(Collectors.joining(", "));
  }

  private void classes(DataReport report, boolean all) {
    line(
        "classes",
        "%d; %d train, %d validation, %d test images"
            .formatted(
                report.classes().size(),
                report.classes().stream().mapToInt(ClassCount::train).sum(),
                report.classes().stream().mapToInt(ClassCount::validation).sum(),
                report.classes().stream().mapToInt(ClassCount::test).sum()));
    report.classes().stream()
        .limit(all ? Long.MAX_VALUE : SHOWN_CLASSES)
        .forEach(each ->
            line(
                "",
                "%-28s %6d train %6d validation %6d test"
                    .formatted(each.name(), each.train(), each.validation(), each.test())));
    more(report.classes().size() - SHOWN_CLASSES, all);
  }

  private void findings(DataReport report, boolean all) {
    if (report.counts().isEmpty()) {
      line("findings", "none");
    }
    report
        .counts()
        .forEach((kind, count) -> {
          line(
              kind.severity().name().toLowerCase(Locale.ROOT),
              "%s: %d".formatted(kind.label(), count));
          report.findings().stream()
              .filter(each -> each.kind() == kind)
              .limit(all ? Long.MAX_VALUE : SHOWN_OF_A_KIND)
              .forEach(this::finding);
          more(count - SHOWN_OF_A_KIND, all);
        });
  }

  private void finding(DataFinding finding) {
    line("", "  %s: %s".formatted(finding.file(), finding.detail()));
  }

  private void more(int left, boolean all) {
    if (left > 0 && !all) {
      line("", "  ... and %d more (--all)".formatted(left));
    }
  }

  /// Names come from strangers: nothing in them may steer the terminal.
  private void line(String title, String value) {
    text.append(String.format("%-14s %s%n", title, value.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?")));
  }
}
