package coretuning.ui.runs;

import coretuning.result.Evaluation;
import coretuning.result.Probe;
import coretuning.result.Problem;
import coretuning.result.RunSummary;
import coretuning.result.Spread;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The columns of the table of runs: numbers are sorted as numbers, words without regard to
/// capitals, and what a run does not have comes last both ways.
final class RunColumns {
  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
  private static final Comparator<String> WORDS =
      Comparator.comparing((String text) -> text.toLowerCase(Locale.ROOT))
          .thenComparing(text -> text);

  private static final Set<String> WORDY = Set.of("name", "tags", "method", "data", "notes");
  private static final double SPARE = 1.3;

  private final Messages messages;
  private final TableView<RunSummary> table;

  private RunColumns(Messages messages, TableView<RunSummary> table) {
    this.messages = messages;
    this.table = table;
  }

  /// Gives the table its columns.
  static void addTo(TableView<RunSummary> table, Messages messages) {
    var columns = new RunColumns(messages, table);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    columns.text("started", 124, run -> started(run.startedAt()));
    columns.text("name", 90, RunSummary::name);
    columns.text("tags", 78, run -> String.join(", ", run.remarks().tags()));
    columns.text("method", 80, RunSummary::method);
    columns.text("data", 98, RunSummary::data);
    columns.add("state", 62, run -> Optional.of(run.state()), columns::state);
    columns.number(
        "epochs",
        70,
        RunColumns::epochs,
        run -> epochs(run).map(done -> done + " / " + run.epochs()).orElse(Numbers.UNKNOWN));
    columns.share("top1", 56, run -> run.test().map(Evaluation::top1));
    columns.share("knn", 56, run -> Optional.of(run.knn()));
    columns.number(
        "ratio",
        80,
        run -> run.spread().map(Spread::ratio),
        run -> Numbers.three(run.spread().map(Spread::ratio).orElse(Double.NaN)));
    columns.number(
        "seed",
        50,
        RunColumns::seed,
        run -> seed(run).map(String::valueOf).orElse(Numbers.UNKNOWN));
    columns.text("notes", 56, RunColumns::firstLine);
    columns.leaveRoomForWords();
  }

  /// In a wide window numbers, times and states need no more than they have.
  private void leaveRoomForWords() {
    for (TableColumn<RunSummary, ?> column : table.getColumns()) {
      if (!WORDY.contains(column.getId())) {
        column.setMaxWidth(SPARE * column.getPrefWidth());
      }
    }
  }

  private static String started(String instant) {
    try {
      return STARTED.format(Instant.parse(instant));
    } catch (DateTimeParseException otherFormat) {
      return instant;
    }
  }

  /// A damaged folder has no epochs to speak of.
  private static Optional<Integer> epochs(RunSummary run) {
    return run.epochs() == 0 ? Optional.empty() : Optional.of(run.epochsDone());
  }

  private static Optional<Long> seed(RunSummary run) {
    return epochs(run).map(known -> run.seed());
  }

  private static String firstLine(RunSummary run) {
    return run.remarks().notes().strip().lines().findFirst().orElse("");
  }

  private String state(RunSummary run) {
    return messages.text("state." + run.state().name());
  }

  private void text(String key, double width, Function<RunSummary, String> value) {
    add(
        key,
        width,
        run -> Optional.of(value.apply(run)).filter(text -> !text.isBlank()),
        value,
        WORDS);
  }

  private void share(String key, double width, Function<RunSummary, Optional<Double>> value) {
    Function<RunSummary, Optional<Double>> known =
        run -> value.apply(run).filter(share -> !share.isNaN());
    number(key, width, known, run -> Numbers.percent(known.apply(run).orElse(Double.NaN)));
  }

  private <T extends Comparable<T>> void number(
      String key,
      double width,
      Function<RunSummary, Optional<T>> value,
      Function<RunSummary, String> text) {
    add(key, width, value, text).getStyleClass().add("number-column");
  }

  private <T extends Comparable<T>> TableColumn<RunSummary, Optional<T>> add(
      String key,
      double width,
      Function<RunSummary, Optional<T>> value,
      Function<RunSummary, String> text) {
    return add(key, width, value, text, Comparator.<T>naturalOrder());
  }

  private <T> TableColumn<RunSummary, Optional<T>> add(
      String key,
      double width,
      Function<RunSummary, Optional<T>> value,
      Function<RunSummary, String> text,
      Comparator<T> order) {
    var column = new TableColumn<RunSummary, Optional<T>>(messages.text("runs." + key));
    column.setId(key);
    column.setPrefWidth(width);
    column.setComparator(
        new MissingLast<>(order, () -> column.getSortType() == TableColumn.SortType.DESCENDING));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(each -> new RunCell<>(text, key));
    table.getColumns().add(column);
    return column;
  }

  /// What a run has in a column; where that needs explaining, or does not fit, a tooltip.
  private final class RunCell<T> extends TableCell<RunSummary, T> {
    private final Function<RunSummary, String> text;
    private final String key;

    RunCell(Function<RunSummary, String> text, String key) {
      this.text = text;
      this.key = key;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      RunSummary run = empty || getTableRow() == null ? null : getTableRow().getItem();
      if (run == null) {
        setText("");
        setTooltip(null);
        return;
      }
      setText(text.apply(run));
      String said = tip(run, getText());
      setTooltip(said.isBlank() ? null : new Tooltip(said));
    }

    private String tip(RunSummary run, String shown) {
      return switch (key) {
        case "state" -> run.more().damage().map(Problem::getMessage).orElse("");
        case "notes" -> run.remarks().notes();
        case "name" -> run.id();
        case "knn" -> run.test().isEmpty() ? run.more().probe().map(this::probed).orElse("") : "";
        case "data", "tags", "method" -> shown;
        default -> "";
      };
    }

    private String probed(Probe probe) {
      return messages.text("runs.probed", probe.epoch(), Numbers.percent(probe.linear()));
    }
  }
}
