package coretuning.ui.table;

import coretuning.report.ResultTable;
import coretuning.spec.Metric;
import coretuning.spec.TableCell;
import coretuning.spec.TableData;
import coretuning.spec.TableSpec;
import coretuning.store.RunFolder;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.control.cell.TextFieldListCell;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/// The view "Table".
public final class TableController {
  private final TableForm form;
  private final TableModel model;
  private final JobDesk desk;
  private final FileChoice files;
  private final Messages messages;
  private final ResultsGrid grid;
  private final RunLines lines;

  @FXML private Button start;
  @FXML private Button goOn;
  @FXML private Button stop;
  @FXML private Button open;
  @FXML private Button export;
  @FXML private Label message;
  @FXML private TitledPane setup;
  @FXML private ListView<VariantChoice> variants;
  @FXML private TextField addition;
  @FXML private ListView<TableData> data;
  @FXML private ComboBox<Metric> metric;
  @FXML private TextField title;
  @FXML private TextField seeds;
  @FXML private TextField rates;
  @FXML private ScrollPane results;
  @FXML private StackPane empty;
  @FXML private ScrollPane details;

  /// @param display puts stored runs on display in the other views
  public TableController(
      TableForm form,
      TableModel model,
      Consumer<Supplier<List<RunFolder>>> display,
      JobDesk desk,
      FileChoice files,
      Messages messages) {
    this.form = form;
    this.model = model;
    this.desk = desk;
    this.files = files;
    this.messages = messages;
    grid = new ResultsGrid(messages, cell -> model.selectedProperty().set(Optional.of(cell)));
    lines = new RunLines(messages, run -> display.accept(model.pair(run)));
  }

  @FXML
  private void initialize() {
    title.textProperty().bindBidirectional(form.title);
    seeds.textProperty().bindBidirectional(form.seeds);
    rates.textProperty().bindBidirectional(form.rates);
    variants.setItems(form.variants);
    variants.setCellFactory(CheckBoxListCell.forListView(VariantChoice::chosenProperty));
    data.setItems(form.data);
    data.setCellFactory(TextFieldListCell.forListView(columns()));
    metric.getItems().setAll(Metric.values());
    metric.setConverter(metrics());
    metric.valueProperty().bindBidirectional(form.metric);
    message.textProperty().bind(form.messageProperty());
    empty
        .getChildren()
        .add(new Placeholder(messages.text("table.empty"), messages.text("table.emptyHint")));
    results.setContent(grid);
    details.setContent(lines);
    form.tableProperty().subscribe(described -> allow());
    desk.stateProperty().subscribe(state -> allow());
    model.resultsProperty().subscribe(found -> refresh());
    model.selectedProperty().subscribe(cell -> refresh());
  }

  private static StringConverter<Metric> metrics() {
    return new StringConverter<>() {
      @Override
      public String toString(Metric value) {
        return value.title();
      }

      @Override
      public Metric fromString(String text) {
        throw new UnsupportedOperationException("the choices cannot be typed");
      }
    };
  }

  private static StringConverter<TableData> columns() {
    return new StringConverter<>() {
      @Override
      public String toString(TableData value) {
        return value.name() + ", " + value.metric().title();
      }

      @Override
      public TableData fromString(String text) {
        throw new UnsupportedOperationException("data sets are not typed here");
      }
    };
  }

  private void allow() {
    boolean busy = desk.isBusy();
    start.setDisable(busy || form.tableProperty().get().isEmpty());
    goOn.setDisable(!model.canGoOn());
    stop.setDisable(!busy);
    open.setDisable(busy);
    export.setDisable(model.resultsProperty().get().isEmpty());
  }

  private void refresh() {
    Optional<ResultTable> found = model.resultsProperty().get();
    empty.setVisible(found.isEmpty());
    results.setVisible(found.isPresent());
    details.setVisible(found.isPresent());
    details.setManaged(found.isPresent());
    found.ifPresent(this::show);
    allow();
  }

  private void show(ResultTable found) {
    TableSpec spec = model.table().orElseThrow().spec();
    Optional<TableCell> selected = model.selectedProperty().get();
    grid.show(spec, found, selected);
    setup.setText(
        "%s – %s: %s"
            .formatted(
                messages.text("table.setup"),
                spec.title(),
                messages.text("table.progress", model.finished(), model.size())));
    selected.ifPresentOrElse(
        cell -> lines.show(cell, found.cell(cell), spec.column(cell.data()).metric()),
        lines::clear);
  }

  @FXML
  private void start() {
    form.tableProperty().get().ifPresent(model::start);
  }

  @FXML
  private void goOn() {
    model.fill();
  }

  @FXML
  private void stop() {
    desk.stop();
  }

  @FXML
  private void open() {
    files.folder(messages.text("table.chooseFolder"), Optional.empty()).ifPresent(model::open);
  }

  @FXML
  private void export() {
    files
        .save(messages.text("table.export"), Optional.empty(), "table.md")
        .ifPresent(file -> model.export(file, messages.text("table.exported", file)));
  }

  @FXML
  private void addVariant() {
    if (form.add(addition.getText())) {
      addition.clear();
    }
  }

  @FXML
  private void addData() {
    form.addData();
  }

  @FXML
  private void removeData() {
    Optional.ofNullable(data.getSelectionModel().getSelectedItem()).ifPresent(form.data::remove);
  }
}
