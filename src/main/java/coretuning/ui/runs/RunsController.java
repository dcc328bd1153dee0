package coretuning.ui.runs;

import coretuning.result.Evaluation;
import coretuning.result.RunSummary;
import coretuning.result.Spread;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.Placeholder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// The view "Runs".
public final class RunsController {
  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final RunsModel model;
  private final JobDesk desk;
  private final Messages messages;
  private final Runnable shown;
  private final DifferenceGrid differences;

  @FXML private TableView<RunSummary> table;
  @FXML private Button open;
  @FXML private Button compare;
  @FXML private Button resume;
  @FXML private ScrollPane differencePane;

  /// @param shown is called when stored runs have come on display
  public RunsController(RunsModel model, JobDesk desk, Messages messages, Runnable shown) {
    this.model = model;
    this.desk = desk;
    this.messages = messages;
    this.shown = shown;
    differences = new DifferenceGrid(messages);
  }

  @FXML
  private void initialize() {
    table.setItems(model.runs());
    table.setPlaceholder(
        new Placeholder(messages.text("runs.empty"), messages.text("runs.emptyHint")));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    text("started", 128, run -> started(run.startedAt()));
    text("name", 104, RunSummary::name);
    text("method", 92, RunSummary::method);
    text("data", 134, RunSummary::data);
    text("state", 72, run -> messages.text("state." + run.state().name()));
    text("epochs", 62, run -> run.epochsDone() + " / " + run.epochs());
    number("top1", 68, run -> run.test().map(Evaluation::top1).orElse(Double.NaN), true);
    number("knn", 68, run -> run.test().map(Evaluation::knn).orElse(Double.NaN), true);
    number("ratio", 90, run -> run.spread().map(Spread::ratio).orElse(Double.NaN), false);
    text("seed", 60, run -> Long.toString(run.seed()));
    differencePane.setContent(differences);
    differencePane.managedProperty().bind(differencePane.visibleProperty());
    differencePane.setVisible(false);
    table.setRowFactory(view -> row());
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener(
            (ListChangeListener<RunSummary>)
                change -> {
                  allow();
                  showDifferences();
                });
    desk.stateProperty()
        .subscribe(state -> {
          allow();
          model.refresh();
        });
  }

  private static String started(String instant) {
    try {
      return STARTED.format(Instant.parse(instant));
    } catch (DateTimeParseException otherFormat) {
      return instant;
    }
  }

  private void text(String key, double width, Function<RunSummary, String> value) {
    var column = new TableColumn<RunSummary, String>(messages.text("runs." + key));
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    table.getColumns().add(column);
  }

  private void number(
      String key, double width, ToDoubleFunction<RunSummary> value, boolean isShare) {
    var column = new TableColumn<RunSummary, Double>(messages.text("runs." + key));
    column.setPrefWidth(width);
    column.getStyleClass().add("number-column");
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
    column.setCellFactory(each ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable Double item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                empty || item == null ? "" : isShare ? Numbers.percent(item) : Numbers.three(item));
          }
        });
    table.getColumns().add(column);
  }

  private TableRow<RunSummary> row() {
    var row = new TableRow<RunSummary>();
    row.setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY
          && click.getClickCount() == 2
          && !row.isEmpty()) {
        open();
      }
    });
    return row;
  }

  /// Below the table: the settings in which two chosen runs differ.
  private void showDifferences() {
    List<RunSummary> chosen = chosen();
    differencePane.setVisible(false);
    if (chosen.size() == RunsModel.MOST_COMPARED) {
      model.compareSpecs(
          chosen,
          found -> {
            if (chosen.equals(chosen())) {
              differences.show(chosen.getFirst(), chosen.getLast(), found);
              differencePane.setVisible(true);
            }
          });
    }
  }

  /// Oldest first, as if they had just run one after the other.
  private List<RunSummary> chosen() {
    return table.getSelectionModel().getSelectedItems().stream()
        .sorted(Comparator.comparing(RunSummary::startedAt).thenComparing(RunSummary::id))
        .toList();
  }

  private void allow() {
    List<RunSummary> chosen = chosen();
    open.setDisable(!model.canOpen(chosen) || chosen.size() != 1);
    compare.setDisable(!model.canOpen(chosen) || chosen.size() != RunsModel.MOST_COMPARED);
    resume.setDisable(!model.canResume(chosen));
  }

  @FXML
  private void open() {
    if (model.canOpen(chosen())) {
      model.open(chosen(), shown);
    }
  }

  @FXML
  private void resume() {
    model.resume(chosen().getFirst(), shown);
  }

  @FXML
  private void refresh() {
    model.refresh();
  }
}
