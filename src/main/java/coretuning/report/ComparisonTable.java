package coretuning.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Methods compared on the same data: one row a method in the order of first appearance, before
/// that the state before training, after that each method's difference from the first.
///
/// With several seeds a cell is mean ± sample standard deviation. A difference is paired by seed:
/// mean ± half the 95 % t-interval of the differences (needs two seeds in common). The best mean is
/// set in bold where a measure has a best: accuracies and intra/inter.
public final class ComparisonTable implements Report {
  private final List<RunResult> runs;
  private final TableText table;

  private ComparisonTable(List<RunResult> runs, List<Row> rows) {
    this.runs = runs;
    table = new TableText(header(), rows);
  }

  private static List<String> header() {
    var header = new ArrayList<>(List.of("method", "runs"));
    for (Measure measure : Measure.values()) {
      header.add(measure.title());
    }
    return header;
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
    var rows = new LinkedHashMap<List<Cell>, Row>();
    methods.forEach((name, bySeed) -> {
      List<Cell> cells = new ArrayList<>();
      for (Measure measure : Measure.values()) {
        cells.add(
            measure.existsBefore()
                ? cell(measure, statistics(bySeed, measure::before), false)
                : Cell.NONE);
      }
      Row row = new Row(name + ", before", counted(bySeed.size(), cells));
      rows.merge(cells, row, (one, same) -> new Row("before training", one.cells()));
    });
    return List.copyOf(rows.values());
  }

  private static Row after(
      String name, Map<Long, RunResult> bySeed, Map<String, Map<Long, RunResult>> methods) {
    var cells = new ArrayList<Cell>();
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
    return new Row(name, counted(bySeed.size(), cells));
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
    int seeds = 0;
    var cells = new ArrayList<Cell>();
    for (Measure measure : Measure.values()) {
      Statistics paired =
          Statistics.paired(
              values(other.getValue(), measure), values(reference.getValue(), measure));
      seeds = paired.count();
      cells.add(
          Cell.number(
              measure.showDifference(paired.mean()), measure.margin(paired.halfInterval()), false));
    }
    if (seeds == 0) {
      return Optional.empty();
    }
    String name = "%s - %s".formatted(other.getKey(), reference.getKey());
    return Optional.of(new Row(name, counted(seeds, cells)));
  }

  private static Map<Long, Double> values(Map<Long, RunResult> bySeed, Measure measure) {
    var values = new TreeMap<Long, Double>();
    bySeed.forEach((seed, run) -> values.put(seed, measure.after(run)));
    return values;
  }

  private static List<Cell> counted(int runs, List<Cell> cells) {
    var all = new ArrayList<Cell>();
    all.add(Cell.text(Integer.toString(runs)));
    all.addAll(cells);
    return all;
  }

  private interface Value {
    double of(RunResult run);
  }

  private static Statistics statistics(Map<Long, RunResult> bySeed, Value value) {
    return Statistics.of(bySeed.values().stream().mapToDouble(value::of).toArray());
  }

  private static Cell cell(Measure measure, Statistics values, boolean best) {
    return Cell.number(measure.show(values.mean()), measure.margin(values.deviation()), best);
  }

  @Override
  public String markdown() {
    return table.markdown();
  }

  @Override
  public String latex() {
    return table.latex();
  }

  @Override
  public String text() {
    return table.plain();
  }

  /// Every run before and after training.
  @Override
  public String csv() {
    return CsvText.of(runs);
  }
}
