package coretuning.ui.data;

import coretuning.result.CheckpointReport;
import coretuning.result.TensorSummary;
import coretuning.spec.Architecture;
import coretuning.ui.data.CheckpointCheck.Filter;
import coretuning.ui.data.TensorRow.Fate;
import coretuning.ui.support.Inquiry;
import coretuning.ui.support.Messages;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/// The checkpoint doctor's dialog: what a file of weights is, and every tensor with its fate and
/// values.
public final class CheckpointController {
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
  private static final PseudoClass AMISS = PseudoClass.getPseudoClass("amiss");

  private final CheckpointCheck check;
  private final Architecture architecture;
  private final Messages messages;
  private boolean filling;

  @FXML private Label summary;
  @FXML private ProgressBar bar;
  @FXML private ComboBox<Optional<Architecture>> against;
  @FXML private GridPane facts;
  @FXML private ComboBox<Filter> filter;
  @FXML private TextField search;
  @FXML private TableView<TensorRow> tensors;

  /// @param architecture that the form has chosen
  public CheckpointController(CheckpointCheck check, Architecture architecture, Messages messages) {
    this.check = check;
    this.architecture = architecture;
    this.messages = messages;
  }

  @FXML
  private void initialize() {
    fillTable();
    filter.setConverter(Messages.spelled(this::named));
    search.textProperty().bindBidirectional(check.textProperty());
    against.setConverter(
        Messages.spelled(each ->
            each.map(some -> messages.text("weights.against", some))
                .orElseGet(() -> messages.text("weights.against.best"))));
    against.getItems().add(Optional.empty());
    for (Architecture each : Architecture.values()) {
      against.getItems().add(Optional.of(each));
    }
    bar.managedProperty().bind(bar.visibleProperty());
    check.inquiry().stateProperty().subscribe(this::show);
  }

  private String named(Filter of) {
    String name =
        switch (of) {
          case Filter.All all -> messages.text("weights.fate.all");
          case Filter.Of some -> messages.text("weights.fate." + some.fate().name());
          case Filter.NotFinite broken -> messages.text("weights.fate.notFinite");
        };
    return messages.text("doctor.kind", name, check.count(of));
  }

  /// Reads the file, compared with the best fitting architecture.
  public void start() {
    against.setValue(Optional.empty());
  }

  @FXML
  private void compare() {
    if (against.getValue() != null) {
      check.start(against.getValue());
    }
  }

  @FXML
  private void choose() {
    if (!filling && filter.getValue() != null) {
      check.filterProperty().set(filter.getValue());
    }
  }

  private void show(Inquiry.State<CheckpointReport> state) {
    bar.setVisible(state instanceof Inquiry.State.Asking);
    summary.pseudoClassStateChanged(BROKEN, state instanceof Inquiry.State.Refused);
    switch (state) {
      case Inquiry.State.Answered<CheckpointReport> done -> show(done.answer());
      case Inquiry.State.Refused<CheckpointReport> no ->
          summary.setText(no.problem().what() + " – " + no.problem().remedy());
      case Inquiry.State.Asking<CheckpointReport> asking ->
          summary.setText(messages.text("weights.reading"));
      case Inquiry.State.Idle<CheckpointReport> idle -> summary.setText("");
      case Inquiry.State.Stopped<CheckpointReport> stopped ->
          summary.setText(messages.text("look.stopped"));
    }
  }

  private void show(CheckpointReport report) {
    String fit = CheckpointFacts.summary(report, messages);
    boolean other =
        report.match().isComplete() && !report.match().architecture().equals(architecture.label());
    summary.setText(
        other ? fit + " " + messages.text("weights.formSays", architecture.label()) : fit);
    DataFacts.fill(facts, CheckpointFacts.of(report, messages));
    filling = true;
    filter.getItems().setAll(check.filters());
    filling = false;
    filter.setValue(new Filter.All());
  }

  private void fillTable() {
    var sorted = new SortedList<>(check.shown());
    sorted.comparatorProperty().bind(tensors.comparatorProperty());
    tensors.setItems(sorted);
    tensors.setPlaceholder(new Label(messages.text("weights.none")));
    tensors.setRowFactory(table ->
        new TableRow<>() {
          @Override
          protected void updateItem(@Nullable TensorRow item, boolean empty) {
            super.updateItem(item, empty);
            Optional<TensorRow> row = Optional.ofNullable(item).filter(some -> !empty);
            pseudoClassStateChanged(BROKEN, row.filter(TensorRow::isBroken).isPresent());
            pseudoClassStateChanged(AMISS, row.filter(some -> isAmiss(some.fate())).isPresent());
          }
        });
    tensors.getColumns().add(text("weights.name", 208, TensorRow::name));
    tensors.getColumns().add(text("weights.readAs", 176, TensorRow::readAs));
    tensors.getColumns().add(text("weights.fate", 104, this::fate));
    tensors
        .getColumns()
        .add(
            text(
                "weights.shape",
                130,
                row -> row.values().map(CheckpointController::shape).orElse(row.detail())));
    tensors.getColumns().add(number("weights.min", TensorSummary::min));
    tensors.getColumns().add(number("weights.max", TensorSummary::max));
    tensors.getColumns().add(number("weights.mean", TensorSummary::mean));
    tensors.getColumns().add(number("weights.deviation", TensorSummary::deviation));
    tensors.getColumns().add(count("weights.nans", TensorSummary::nans));
    tensors.getColumns().add(count("weights.infinities", TensorSummary::infinities));
  }

  private static boolean isAmiss(Fate fate) {
    return fate == Fate.MISSING || fate == Fate.WRONG_SHAPE || fate == Fate.UNEXPECTED;
  }

  private String fate(TensorRow row) {
    return messages.text("weights.fate." + row.fate().name());
  }

  private static String shape(TensorSummary tensor) {
    return tensor.dtype() + " " + tensor.shape();
  }

  private TableColumn<TensorRow, String> text(
      String key, double width, Function<TensorRow, String> of) {
    var column = new TableColumn<TensorRow, String>(messages.text(key));
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(of.apply(row.getValue())));
    column.setCellFactory(made ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            String shown = empty || item == null ? "" : item;
            setText(shown);
            setTooltip(shown.isEmpty() ? null : new Tooltip(shown));
          }
        });
    return column;
  }

  private TableColumn<TensorRow, Double> number(String key, ToDoubleFunction<TensorSummary> of) {
    // What has no finite value has no number either.
    return values(
        key, 78, values -> of.applyAsDouble(values), value -> value.isNaN() ? "–" : brief(value));
  }

  private TableColumn<TensorRow, Long> count(String key, ToLongFunction<TensorSummary> of) {
    return values(
        key, 70, values -> of.applyAsLong(values), value -> value == 0 ? "" : value.toString());
  }

  private <T> TableColumn<TensorRow, T> values(
      String key, double width, Function<TensorSummary, T> of, Function<T, String> words) {
    var column = new TableColumn<TensorRow, T>(messages.text(key));
    column.setPrefWidth(width);
    column.getStyleClass().add("number-column");
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(row.getValue().values().map(of).orElse(null)));
    column.setCellFactory(made ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : words.apply(item));
          }
        });
    return column;
  }

  private static String brief(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  /// Lets go of the file.
  public void close() {
    check.inquiry().clear();
  }
}
