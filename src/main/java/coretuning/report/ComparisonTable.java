package coretuning.report;

import coretuning.file.AtomicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Methods compared on the same data: one row a method in the order of first appearance, before
/// that the state before training, after that each method's difference from the first.
///
/// With several seeds a cell is mean ± sample standard deviation. A difference is paired by seed:
/// mean ± half the 95 % t-interval of the differences (needs two seeds in common). The best mean is
/// set in bold where a measure has a best: accuracies and intra/inter.
public final class ComparisonTable {
  private final List<RunResult> runs;
  private final List<Row> rows;

  private ComparisonTable(List<RunResult> runs, List<Row> rows) {
    this.runs = runs;
    this.rows = rows;
  }

  /// Compares runs.
  ///
  /// @param runs at least one; a method has each seed at most once
  public static ComparisonTable of(List<RunResult> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a comparison needs at least one run");
    }
    var methods = new LinkedHashMap<String, Map<Long, RunResult>>();
    for (RunResult run : runs) {
      RunResult twice =
          methods.computeIfAbsent(run.method(), name -> new TreeMap<>()).put(run.seed(), run);
      if (twice != null) {
        throw new IllegalArgumentException(
            "%s has two runs of seed %d".formatted(run.method(), run.seed()));
      }
    }
    var rows = new ArrayList<Row>(before(methods));
    methods.forEach((name, bySeed) -> rows.add(after(name, bySeed, methods)));
    rows.addAll(differences(methods));
    return new ComparisonTable(List.copyOf(runs), List.copyOf(rows));
  }

  /// Runs of the same start share one row.
  private static List<Row> before(Map<String, Map<Long, RunResult>> methods) {
    var rows = new LinkedHashMap<List<Row.Cell>, Row>();
    methods.forEach((name, bySeed) -> {
      List<Row.Cell> cells = new ArrayList<>();
      for (Measure measure : Measure.values()) {
        cells.add(
            measure.existsBefore()
                ? cell(measure, statistics(bySeed, measure::before), false)
                : Row.Cell.NONE);
      }
      Row row = new Row(name + ", before", Integer.toString(bySeed.size()), cells);
      rows.merge(cells, row, (one, same) -> new Row("before training", one.runs(), one.cells()));
    });
    return List.copyOf(rows.values());
  }

  private static Row after(
      String name, Map<Long, RunResult> bySeed, Map<String, Map<Long, RunResult>> methods) {
    var cells = new ArrayList<Row.Cell>();
    for (Measure measure : Measure.values()) {
      Statistics own = statistics(bySeed, measure::after);
      boolean best =
          methods.size() > 1
              && measure.hasBest()
              && !Double.isNaN(own.mean())
              && methods.values().stream()
                  .map(other -> statistics(other, measure::after).mean())
                  .noneMatch(other -> measure.isBetter(other, own.mean()));
      cells.add(cell(measure, own, best));
    }
    return new Row(name, Integer.toString(bySeed.size()), cells);
  }

  private static List<Row> differences(Map<String, Map<Long, RunResult>> methods) {
    var rows = new ArrayList<Row>();
    Optional<Map.Entry<String, Map<Long, RunResult>>> reference = Optional.empty();
    for (Map.Entry<String, Map<Long, RunResult>> each : methods.entrySet()) {
      if (reference.isPresent()) {
        difference(reference.get(), each).ifPresent(rows::add);
      } else {
        reference = Optional.of(each);
      }
    }
    return rows;
  }

  private static Optional<Row> difference(
      Map.Entry<String, Map<Long, RunResult>> reference,
      Map.Entry<String, Map<Long, RunResult>> other) {
    List<Long> seeds =
        other.getValue().keySet().stream().filter(reference.getValue()::containsKey).toList();
    if (seeds.isEmpty()) {
      return Optional.empty();
    }
    var cells = new ArrayList<Row.Cell>();
    for (Measure measure : Measure.values()) {
      var differences = new double[seeds.size()];
      for (int i = 0; i < differences.length; i++) {
        differences[i] =
            measure.after(run(other, seeds.get(i))) - measure.after(run(reference, seeds.get(i)));
      }
      Statistics paired = Statistics.of(differences);
      cells.add(
          new Row.Cell(
              measure.showDifference(paired.mean()),
              margin(measure, paired.halfInterval()),
              false));
    }
    String name = "%s - %s".formatted(other.getKey(), reference.getKey());
    return Optional.of(new Row(name, Integer.toString(seeds.size()), cells));
  }

  private static RunResult run(Map.Entry<String, Map<Long, RunResult>> method, long seed) {
    return Optional.ofNullable(method.getValue().get(seed)).orElseThrow();
  }

  private interface Value {
    double of(RunResult run);
  }

  private static Statistics statistics(Map<Long, RunResult> bySeed, Value value) {
    return Statistics.of(bySeed.values().stream().mapToDouble(value::of).toArray());
  }

  private static Row.Cell cell(Measure measure, Statistics values, boolean best) {
    return new Row.Cell(measure.show(values.mean()), margin(measure, values.deviation()), best);
  }

  private static String margin(Measure measure, double value) {
    return Double.isNaN(value) ? "" : measure.show(value);
  }

  /// A table for a README or a notebook.
  public String markdown() {
    return TableText.markdown(rows);
  }

  /// A `booktabs` table for a paper.
  public String latex() {
    return TableText.latex(rows);
  }

  /// Aligned columns for a terminal.
  public String text() {
    return TableText.plain(rows);
  }

  /// Every run on its own line with every digit, before and after, for further statistics.
  public String csv() {
    return CsvText.of(runs);
  }

  /// Writes the form that the file's ending asks for: `.md`, `.csv`, `.tex` or `.txt`.
  ///
  /// @throws coretuning.result.Problem if the file cannot be written
  public void save(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String text =
        switch (ending) {
          case "md" -> markdown();
          case "csv" -> csv();
          case "tex" -> latex();
          case "txt" -> text();
          default ->
              throw new IllegalArgumentException(
                  "a table's file ends in .md, .csv, .tex or .txt, got " + file.getFileName());
        };
    AtomicFile.writeText(file, text);
  }
}
