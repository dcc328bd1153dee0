package coretuning.ui.pairs;

import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.spec.DataSpec;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The mined pairs of an epoch as a table: sorted by any column, of one pair of classes or all.
final class PairTable extends VBox {
  private static final double WIDE = 128;
  private static final double NARROW = 74;

  private final SampleImages images;
  private final Messages messages;
  private final PairsModel model;
  private final TableView<HardPair> table = new TableView<>();
  private final ComboBox<String> anchorClass = new ComboBox<>();
  private final ComboBox<String> negativeClass = new ComboBox<>();
  private final Label count = new Label();
  private Optional<DataSpec> data = Optional.empty();

  /// @param choose gets the pair whose row was selected
  PairTable(PairsModel model, SampleImages images, Messages messages, Consumer<HardPair> choose) {
    super(8);
    this.model = model;
    this.images = images;
    this.messages = messages;
    getStyleClass().add("pair-table");
    table.setId("pair-table");
    anchorClass.setId("anchor-class");
    negativeClass.setId("negative-class");
    table.getColumns().add(number("sample", NARROW, HardPair::anchor, "%.0f"));
    table.getColumns().add(text("anchorClass", pair -> name(pair.anchor())));
    table.getColumns().add(number("cosinePositive", NARROW, HardPair::cosinePositive, "%.3f"));
    table.getColumns().add(text("negativeClass", pair -> name(pair.hardNegative())));
    table.getColumns().add(number("cosineNegative", NARROW, HardPair::cosineNegative, "%.3f"));
    table.getColumns().add(number("weight", NARROW, this::weight, "%.3f"));
    table.getColumns().add(number("step", NARROW, HardPair::step, "%.0f"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(new Label(messages.text("table.pairs.none")));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(pair -> Optional.ofNullable(pair).ifPresent(choose));
    VBox.setVgrow(table, Priority.ALWAYS);
    count.getStyleClass().add("muted");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bar =
        new HBox(
            8,
            new Label(messages.text("table.pairs.anchor")),
            anchorClass,
            new Label(messages.text("table.pairs.against")),
            negativeClass,
            space,
            count);
    bar.getStyleClass().add("toolbar");
    bar.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(bar, table);
    anchorClass.getSelectionModel().selectedIndexProperty().subscribe(each -> fill());
    negativeClass.getSelectionModel().selectedIndexProperty().subscribe(each -> fill());
  }

  /// Takes over the pairs of the epoch in view.
  void refresh(DataSpec newData) {
    data = Optional.of(newData);
    var names = new ArrayList<String>(List.of(messages.text("weights.allClasses")));
    model.pairClasses().forEach(label -> names.add(images.name(newData, label)));
    offer(anchorClass, names);
    offer(negativeClass, names);
    fill();
    table.refresh();
  }

  private static void offer(ComboBox<String> choice, List<String> names) {
    if (!choice.getItems().equals(names)) {
      choice.getItems().setAll(names);
      choice.getSelectionModel().selectFirst();
    }
  }

  private void fill() {
    List<HardPair> pairs = model.pairsOf(chosen(anchorClass), chosen(negativeClass));
    count.setText(messages.text("table.pairs.count", pairs.size()));
    if (!table.getItems().equals(pairs)) {
      var order = List.copyOf(table.getSortOrder());
      table.getItems().setAll(pairs);
      table.getSortOrder().setAll(order);
      table.sort();
    }
  }

  /// The class chosen; empty for all.
  private OptionalInt chosen(ComboBox<String> choice) {
    int index = choice.getSelectionModel().getSelectedIndex();
    return index <= 0 ? OptionalInt.empty() : OptionalInt.of(model.pairClasses().get(index - 1));
  }

  private String name(int sample) {
    OptionalInt label = model.labels().map(labels -> labels.of(sample)).orElse(OptionalInt.empty());
    return data.isPresent() && label.isPresent()
        ? images.name(data.get(), label.getAsInt())
        : messages.text("pairs.unknownClass");
  }

  private double weight(HardPair pair) {
    return model.weight(pair.anchor()).map(FocalWeight::weight).orElse(Double.NaN);
  }

  private TableColumn<HardPair, String> text(String key, Function<HardPair, String> value) {
    var column = new TableColumn<HardPair, String>(messages.text("table.pairs." + key));
    column.setPrefWidth(WIDE);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    return column;
  }

  private TableColumn<HardPair, Double> number(
      String key, double width, ToDoubleFunction<HardPair> value, String format) {
    var column = new TableColumn<HardPair, Double>(messages.text("table.pairs." + key));
    column.setPrefWidth(width);
    column.getStyleClass().add("number-column");
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
    column.setCellFactory(each -> new NumberCell(format));
    return column;
  }

  /// A number, or a dash where there is none.
  private static final class NumberCell extends TableCell<HardPair, Double> {
    private final String format;

    NumberCell(String format) {
      this.format = format;
      getStyleClass().add("number-column");
    }

    @Override
    protected void updateItem(@Nullable Double value, boolean empty) {
      super.updateItem(value, empty);
      if (empty || value == null) {
        setText("");
      } else {
        setText(value.isNaN() ? Numbers.UNKNOWN : String.format(Locale.ROOT, format, value));
      }
    }
  }
}
