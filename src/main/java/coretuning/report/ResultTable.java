package coretuning.report;

import coretuning.result.Problem;
import coretuning.result.RunState;
import coretuning.result.TableOutcome;
import coretuning.result.VariantDifference;
import coretuning.spec.Selection;
import coretuning.spec.TableCell;
import coretuning.spec.TableData;
import coretuning.spec.TableSpec;
import coretuning.spec.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The results of a [TableSpec]: for each subset rate a row a variant, a column a data set, and
/// their average where there are several; below, each variant's difference from the reference.
///
/// A cell is mean ± sample standard deviation over seeds in percent; a difference is paired by
/// seed: mean ± half its 95 % t-interval, which needs two seeds. The best mean of a column is bold;
/// one that the paired interval does not tell apart from the best is marked too. Intervals are not
/// widened for the number of variants compared.
public final class ResultTable implements Report {
  private static final String MINUS = " - ";

  private final TableSpec spec;
  private final List<TableOutcome> outcomes;
  private final Map<TableCell, List<TableOutcome>> cells;

  private ResultTable(TableSpec spec, List<TableOutcome> outcomes) {
    this.spec = spec;
    this.outcomes = List.copyOf(outcomes);
    cells =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.run().cell(), LinkedHashMap::new, Collectors.toList()));
  }

  /// The table as far as its runs have come.
  ///
  /// @param outcomes one for each of the table's runs
  public static ResultTable of(TableSpec spec, List<TableOutcome> outcomes) {
    if (!outcomes.stream().map(TableOutcome::run).toList().equals(spec.runs())) {
      throw new IllegalArgumentException(
          "a table needs an outcome for each of its %d runs, got %d"
              .formatted(spec.runs().size(), outcomes.size()));
    }
    return new ResultTable(spec, outcomes);
  }

  /// One cell as text, with its runs.
  public ResultCell cell(TableCell cell) {
    Cell shown = cell(cell, column(spec.column(cell.data()), cell.rate()));
    return new ResultCell(
        shown.isNumber() ? TableText.plain(shown) : "",
        shown.mark() == Cell.Mark.BEST,
        shown.mark() == Cell.Mark.ALIKE,
        runs(cell));
  }

  /// A variant's mean over the data sets, as text; empty while there is none.
  public String average(String variant, double rate) {
    Cell shown = average(rate).cell(variant);
    return shown.isNumber() ? TableText.plain(shown) : "";
  }

  /// How far a cell is from the reference's, paired by seed, as text; empty while there is no pair,
  /// and for the reference itself.
  public String difference(TableCell cell) {
    if (cell.variant().equals(spec.reference())) {
      return "";
    }
    Cell shown =
        column(spec.column(cell.data()), cell.rate())
            .differenceCell(cell.variant(), spec.reference());
    return shown.isNumber() ? TableText.plain(shown) : "";
  }

  /// How far each other variant is from the reference in one column.
  ///
  /// @return in the order of the rows, without the reference
  public List<VariantDifference> differences(TableData data, double rate) {
    ResultColumn column = column(data, rate);
    return spec.variants().stream()
        .map(Variant::title)
        .filter(each -> !each.equals(spec.reference()))
        .map(each -> column.drawn(each, spec.reference()))
        .toList();
  }

  private ResultColumn average(double rate) {
    return ResultColumn.average(spec.data().stream().map(each -> column(each, rate)).toList());
  }

  private List<TableOutcome> runs(TableCell cell) {
    return cells.getOrDefault(cell, List.of());
  }

  private ResultColumn column(TableData data, double rate) {
    var values = new LinkedHashMap<String, Map<Long, Double>>();
    for (Variant variant : spec.variants()) {
      var bySeed = new TreeMap<Long, Double>();
      for (TableOutcome each : runs(new TableCell(variant.title(), data.name(), rate))) {
        each.value(data.metric()).ifPresent(value -> bySeed.put(each.run().seed(), value));
      }
      values.put(variant.title(), bySeed);
    }
    return ResultColumn.of(data.name(), data.metric(), values);
  }

  private Cell cell(TableCell cell, ResultColumn column) {
    List<TableOutcome> runs = runs(cell);
    List<Cell.Source> sources =
        runs.stream()
            .filter(each -> each.state() == RunState.FINISHED)
            .map(each -> new Cell.Source(Long.toString(each.run().seed()), path(each)))
            .toList();
    long failed = runs.stream().filter(each -> each.state() == RunState.FAILED).count();
    Cell shown = column.cell(cell.variant());
    if (sources.isEmpty()) {
      return failed > 0 ? new Cell("failed", "", "", Cell.Mark.NONE, List.of()) : shown;
    }
    String missing = sources.size() < runs.size() ? sources.size() + "/" + runs.size() : "";
    String note = failed > 0 ? missing + ", " + failed + " failed" : missing;
    return new Cell(shown.value(), shown.margin(), note, shown.mark(), sources);
  }

  private static String path(TableOutcome run) {
    return "runs/" + run.folder();
  }

  private TableText table(double rate) {
    List<ResultColumn> measured = spec.data().stream().map(each -> column(each, rate)).toList();
    var columns = new ArrayList<>(measured);
    if (measured.size() > 1) {
      columns.add(ResultColumn.average(measured));
    }
    var rows = new ArrayList<Row>();
    for (Variant variant : spec.variants()) {
      var row = new ArrayList<Cell>();
      for (int i = 0; i < columns.size(); i++) {
        row.add(
            i < measured.size()
                ? cell(
                    new TableCell(variant.title(), spec.data().get(i).name(), rate), columns.get(i))
                : columns.get(i).cell(variant.title()));
      }
      rows.add(new Row(variant.title(), row));
    }
    for (Variant variant : spec.variants()) {
      if (!variant.title().equals(spec.reference())) {
        rows.add(
            new Row(
                variant.title() + MINUS + spec.reference(),
                columns.stream()
                    .map(each -> each.differenceCell(variant.title(), spec.reference()))
                    .toList()));
      }
    }
    var header = new ArrayList<>(List.of("method"));
    columns.forEach(each -> header.add(each.title()));
    return new TableText(header, rows);
  }

  private String tables(Function<Double, String> heading, Function<TableText, String> form) {
    return spec.subsetRates().stream()
        .map(rate ->
            (spec.subsetRates().size() > 1 ? heading.apply(rate) : "") + form.apply(table(rate)))
        .collect(Collectors.joining("\n"));
  }

  private static String percent(double rate) {
    return String.format(Locale.ROOT, "%s %%", Double.toString(rate * 100).replaceAll("\\.0$", ""));
  }

  /// What the numbers are, in a sentence.
  private String caption() {
    String seeds = spec.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "Accuracy on the test images with the weights of %s; mean ± standard deviation over seeds %s."
            .formatted(
                spec.base().selection() == Selection.LAST_EPOCH
                    ? "the last epoch"
                    : "the epoch with the best validation top-1",
                seeds)
        + " Differences are paired by seed: mean ± half the 95 % interval.";
  }

  private List<String> failures() {
    return outcomes.stream()
        .flatMap(each ->
            each.problem().map(Problem::getMessage).map(why -> each.folder() + ": " + why).stream())
        .toList();
  }

  /// Every number is linked to its run's folder, as seen from the table's.
  @Override
  public String markdown() {
    var text =
        new StringBuilder("# ").append(TableText.escapeMarkdown(spec.title())).append("\n\n");
    text.append(caption()).append(" Bold: best; italic: not told apart from it.\n\n");
    text.append(tables(rate -> "## Subset rate " + percent(rate) + "\n\n", TableText::markdown));
    if (!failures().isEmpty()) {
      text.append("\nFailed:\n\n");
      failures()
          .forEach(each -> text.append("- ").append(TableText.escapeMarkdown(each)).append('\n'));
    }
    return text.toString();
  }

  @Override
  public String latex() {
    return "% "
        + caption()
        + " Bold: best; underlined: not told apart from it.\n"
        + tables(rate -> "% subset rate " + percent(rate) + "\n", TableText::latex);
  }

  @Override
  public String text() {
    String failed =
        failures().stream().map(each -> "failed: " + each + "\n").collect(Collectors.joining());
    return tables(rate -> "subset rate " + percent(rate) + "\n", TableText::plain) + failed;
  }

  @Override
  public String csv() {
    return ResultCsv.of(spec, outcomes);
  }
}
