package coretuning.ui.table;

import coretuning.job.Job;
import coretuning.report.ResultTable;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.result.TableOutcome;
import coretuning.spec.TableCell;
import coretuning.spec.TableRun;
import coretuning.spec.TableSpec;
import coretuning.store.RunFolder;
import coretuning.store.TableFolder;
import coretuning.ui.support.Background;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.StatusLine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The table on display and what its runs have come to, live while a job fills it. For the JavaFX
/// thread.
public final class TableModel {
  private final Path tables;
  private final Function<TableFolder, Job> tabling;
  private final JobDesk desk;
  private final Background background;
  private final StatusLine status;
  private final Map<TableRun, TableOutcome> outcomes = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Optional<ResultTable>> results =
      new ReadOnlyObjectWrapper<>(this, "results", Optional.empty());
  private final ObjectProperty<Optional<TableCell>> selected =
      new SimpleObjectProperty<>(this, "selected", Optional.empty());
  private Optional<TableFolder> table = Optional.empty();

  private record Loaded(TableFolder table, List<TableOutcome> outcomes) {
    Loaded(TableFolder table) {
      this(table, table.outcomes());
    }
  }

  /// @param tables folder that gets the folders of new tables
  /// @param tabling makes the job that fills a table
  public TableModel(
      Path tables,
      Function<TableFolder, Job> tabling,
      JobDesk desk,
      Background background,
      StatusLine status) {
    this.tables = tables;
    this.tabling = tabling;
    this.desk = desk;
    this.background = background;
    this.status = status;
    desk.listen(batch -> batch.forEach(this::hear));
  }

  /// The table on display.
  Optional<TableFolder> table() {
    return table;
  }

  /// Its results so far; empty while there is none.
  ReadOnlyObjectProperty<Optional<ResultTable>> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /// The cell whose runs are shown.
  ObjectProperty<Optional<TableCell>> selectedProperty() {
    return selected;
  }

  /// Makes a new table, or takes up the one of the same question, and fills it.
  void start(TableSpec spec) {
    background.run(
        () -> new Loaded(TableFolder.in(tables, spec)),
        loaded -> {
          show(loaded);
          fill();
        },
        status::fail);
  }

  /// Puts a stored table on display.
  void open(Path folder) {
    background.run(() -> new Loaded(TableFolder.open(folder)), this::show, status::fail);
  }

  /// Whether the table on display can be gone on with now.
  boolean canGoOn() {
    return !desk.isBusy()
        && outcomes.values().stream().anyMatch(each -> each.state() != RunState.FINISHED);
  }

  /// Fills what is missing of the table on display.
  void fill() {
    if (!desk.isBusy()) {
      table.ifPresent(each -> desk.start(tabling.apply(each)));
    }
  }

  private void show(Loaded loaded) {
    table = Optional.of(loaded.table());
    outcomes.clear();
    loaded.outcomes().forEach(each -> outcomes.put(each.run(), each));
    selected.set(Optional.empty());
    tell();
  }

  private void tell() {
    results.set(table.map(each -> ResultTable.of(each.spec(), List.copyOf(outcomes.values()))));
  }

  private void hear(RunEvent event) {
    if (event instanceof RunEvent.Started || event instanceof RunEvent.StateChanged) {
      table.ifPresent(each -> each.run(event.run()).ifPresent(run -> take(event, each, run)));
    }
  }

  private void take(RunEvent event, TableFolder of, TableRun run) {
    if (event instanceof RunEvent.StateChanged changed && changed.state().isTerminal()) {
      background.run(() -> of.outcome(run), outcome -> replace(of, outcome), status::fail);
    } else {
      replace(
          of,
          new TableOutcome(
              run,
              of.id(run),
              RunState.RUNNING,
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
  }

  private void replace(TableFolder of, TableOutcome outcome) {
    if (table.filter(of::equals).isPresent()) {
      outcomes.put(outcome.run(), outcome);
      tell();
    }
  }

  /// How many runs are finished.
  long finished() {
    return outcomes.values().stream().filter(each -> each.state() == RunState.FINISHED).count();
  }

  /// How many runs there are.
  int size() {
    return outcomes.size();
  }

  /// A run of the table, after that of the reference with the same seed if it has begun: a pair for
  /// the other views.
  Supplier<List<RunFolder>> pair(TableRun run) {
    TableFolder of = table.orElseThrow();
    TableCell cell = run.cell();
    var reference =
        new TableRun(new TableCell(of.spec().reference(), cell.data(), cell.rate()), run.seed());
    return () ->
        Stream.of(reference, run)
            .distinct()
            .flatMap(each -> of.folder(each).stream())
            .filter(each -> each.provenance().isPresent())
            .toList();
  }

  /// Writes the table on display in the form that the file's ending asks for.
  ///
  /// @param done what is said afterwards
  void export(Path file, String done) {
    results
        .get()
        .ifPresent(each ->
            background.run(
                () -> {
                  each.save(file);
                  return file;
                },
                saved -> status.say(done),
                status::fail));
  }
}
