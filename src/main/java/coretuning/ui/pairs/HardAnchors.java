package coretuning.ui.pairs;

import coretuning.report.HardAnchorsCsv;
import coretuning.result.FocalCourse;
import coretuning.spec.DataSpec;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImageView;
import coretuning.ui.support.SampleImages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The anchors that stay hard, hardest first, with what they are mistaken for; often their labels
/// are wrong, so the list can be taken along.
final class HardAnchors extends VBox {
  private static final String LIST_FILE = "hard-anchors.csv";
  private static final double SIDE = 40;
  private static final double IMAGE = 64;
  private static final double NARROW = 64;
  private static final double WIDEST_NUMBER = 110;
  private static final double NAME = 116;
  private static final double SAMPLE = 78;
  private static final double WIDE = 200;

  private final WeightsModel model;
  private final SampleImages images;
  private final Messages messages;
  private final WeightsController.Surroundings surroundings;
  private final TableView<FocalCourse> table = new TableView<>();
  private final Button export;

  /// @param choose gets the anchor whose row was selected
  HardAnchors(
      WeightsModel model,
      SampleImages images,
      Messages messages,
      WeightsController.Surroundings surroundings,
      Consumer<FocalCourse> choose) {
    this.model = model;
    this.images = images;
    this.messages = messages;
    this.surroundings = surroundings;
    getStyleClass().add("weights-part");
    var explanation = new Label(messages.text("weights.hardHint"));
    explanation.setWrapText(true);
    explanation.setMinHeight(USE_PREF_SIZE);
    explanation.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(explanation, Priority.ALWAYS);
    export = new Button(messages.text("weights.export"));
    export.setMinWidth(USE_PREF_SIZE);
    export.setTooltip(new Tooltip(messages.text("weights.export.help")));
    export.setOnAction(pressed -> data().ifPresent(this::write));
    var head = new HBox(explanation, export);
    head.getStyleClass().add("toolbar");
    table.setId("hard-anchors");
    table.getStyleClass().add("hard-anchors");
    table.setPlaceholder(new Label(messages.text("weights.noneHard")));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    addColumns();
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(course -> Optional.ofNullable(course).ifPresent(choose));
    setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(head, table);
  }

  private void addColumns() {
    var picture = new TableColumn<FocalCourse, FocalCourse>(messages.text("weights.hard.image"));
    picture.setSortable(false);
    picture.setMinWidth(IMAGE);
    picture.setMaxWidth(IMAGE);
    picture.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    picture.setCellFactory(column -> new ImageCell());
    table.getColumns().add(picture);
    TableColumn<FocalCourse, Double> sample =
        number("sample", FocalCourse::sample, each -> "#" + Math.round(each));
    sample.setPrefWidth(SAMPLE);
    table.getColumns().add(sample);
    table.getColumns().add(text("class", NAME, each -> name(each.label())));
    table.getColumns().add(number("hard", FocalCourse::epochsHard, each -> "" + Math.round(each)));
    table
        .getColumns()
        .add(number("epochs", FocalCourse::epochsSeen, each -> "" + Math.round(each)));
    table.getColumns().add(number("mean", FocalCourse::mean, Numbers::three));
    table.getColumns().add(number("min", FocalCourse::least, Numbers::three));
    table.getColumns().add(number("max", FocalCourse::most, Numbers::three));
    table.getColumns().add(number("last", FocalCourse::last, Numbers::three));
    table.getColumns().add(text("negatives", WIDE, this::negatives));
  }

  /// Shows what the model has now; the order that the user gave the table stays.
  void show() {
    List<FocalCourse> hard = model.stayingHard();
    if (!table.getItems().equals(hard)) {
      var order = List.copyOf(table.getSortOrder());
      table.getItems().setAll(hard);
      table.getSortOrder().setAll(order);
      table.sort();
    }
    table.refresh();
    export.setDisable(hard.isEmpty());
  }

  /// Writes the list as it is sorted.
  private void write(DataSpec data) {
    List<FocalCourse> list = List.copyOf(table.getItems());
    Optional<Path> file =
        surroundings.files().save(messages.text("weights.export"), Optional.empty(), LIST_FILE);
    List<String> names = images.names(data, 1 + model.labels().getLast());
    file.ifPresent(target ->
        surroundings
            .background()
            .run(
                () -> {
                  HardAnchorsCsv.write(target, list, filesOf(list, data), names);
                  return target;
                },
                written ->
                    surroundings
                        .status()
                        .say(messages.text("weights.exported", list.size(), written)),
                surroundings.status()::fail));
  }

  private Map<Integer, String> filesOf(List<FocalCourse> list, DataSpec data) {
    var files = new LinkedHashMap<Integer, String>();
    list.forEach(each ->
        surroundings
            .sampleFiles()
            .apply(data, each.sample())
            .ifPresent(file -> files.put(each.sample(), file)));
    return files;
  }

  private Optional<DataSpec> data() {
    return model.run().map(run -> run.spec().data());
  }

  private String name(int label) {
    return data().map(data -> images.name(data, label)).orElse("");
  }

  /// The classes that hardest negatives came from, e.g. `Coat (3), Shirt (1)`.
  private String negatives(FocalCourse course) {
    return model.negatives(course.sample()).stream()
        .map(each -> messages.text("weights.hard.negative", name(each.label()), each.epochs()))
        .collect(Collectors.joining(", "));
  }

  private TableColumn<FocalCourse, String> text(
      String key, double width, Function<FocalCourse, String> value) {
    TableColumn<FocalCourse, String> column = column(key);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    return column;
  }

  private TableColumn<FocalCourse, Double> number(
      String key, ToDoubleFunction<FocalCourse> value, Function<Double, String> format) {
    TableColumn<FocalCourse, Double> column = column(key);
    column.setPrefWidth(NARROW);
    column.setMaxWidth(WIDEST_NUMBER);
    column.getStyleClass().add("number-column");
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
    column.setCellFactory(each -> new NumberCell(format));
    return column;
  }

  private <T> TableColumn<FocalCourse, T> column(String key) {
    var column = new TableColumn<FocalCourse, T>();
    var title = new Label(messages.text("weights.hard." + key));
    title.setTooltip(new Tooltip(messages.text("weights.hard." + key + ".help")));
    column.setGraphic(title);
    return column;
  }

  private static final class NumberCell extends TableCell<FocalCourse, Double> {
    private final Function<Double, String> format;

    NumberCell(Function<Double, String> format) {
      this.format = format;
      getStyleClass().add("number-column");
    }

    @Override
    protected void updateItem(@Nullable Double value, boolean empty) {
      super.updateItem(value, empty);
      setText(empty || value == null ? "" : format.apply(value));
    }
  }

  private final class ImageCell extends TableCell<FocalCourse, FocalCourse> {
    private final SampleImageView image = new SampleImageView(images, SIDE);

    @Override
    protected void updateItem(@Nullable FocalCourse course, boolean empty) {
      super.updateItem(course, empty);
      if (empty || course == null || data().isEmpty()) {
        setGraphic(null);
        image.clear();
        return;
      }
      image.show(data().get(), course.sample());
      setGraphic(image);
    }
  }
}
