package coretuning.ui.table;

import coretuning.report.ResultCell;
import coretuning.report.ResultTable;
import coretuning.result.RunState;
import coretuning.spec.TableCell;
import coretuning.spec.TableData;
import coretuning.spec.TableSpec;
import coretuning.spec.Variant;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The cells of a table: a block a subset rate, a row a variant, a column a data set. Under each
/// mean its paired difference from the reference, or how far the cell has come.
final class ResultsGrid extends GridPane {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final PseudoClass ALIKE = PseudoClass.getPseudoClass("alike");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Messages messages;
  private final Consumer<TableCell> clicked;

  /// @param clicked gets the cell that the user points at
  ResultsGrid(Messages messages, Consumer<TableCell> clicked) {
    this.messages = messages;
    this.clicked = clicked;
    getStyleClass().add("results");
  }

  /// Shows a table as far as it has come.
  void show(TableSpec spec, ResultTable results, Optional<TableCell> selected) {
    getChildren().clear();
    int row = 0;
    for (double rate : spec.subsetRates()) {
      add(header(spec.subsetRates().size() > 1 ? rateTitle(rate) : ""), 0, row);
      for (int i = 0; i < spec.data().size(); i++) {
        TableData data = spec.data().get(i);
        add(right(header(data.name() + ", " + data.metric().title())), i + 1, row);
      }
      boolean averages = spec.data().size() > 1;
      if (averages) {
        add(right(header(messages.text("table.average"))), spec.data().size() + 1, row);
      }
      row++;
      for (Variant variant : spec.variants()) {
        var name = new Label(variant.title());
        name.setMinWidth(USE_PREF_SIZE);
        add(name, 0, row);
        for (int i = 0; i < spec.data().size(); i++) {
          var cell = new TableCell(variant.title(), spec.data().get(i).name(), rate);
          add(cell(cell, results, selected), i + 1, row);
        }
        if (averages) {
          add(
              right(new Label(results.average(variant.title(), rate))),
              spec.data().size() + 1,
              row);
        }
        row++;
      }
    }
  }

  private String rateTitle(double rate) {
    return messages.text("table.rate", Numbers.plain(rate * 100));
  }

  private Node cell(TableCell cell, ResultTable results, Optional<TableCell> selected) {
    ResultCell shown = results.cell(cell);
    var box = new VBox();
    box.getStyleClass().addAll("result-cell", shown.state().name());
    box.pseudoClassStateChanged(BEST, shown.best());
    box.pseudoClassStateChanged(ALIKE, shown.alike());
    box.pseudoClassStateChanged(SELECTED, selected.filter(cell::equals).isPresent());
    if (!shown.text().isEmpty()) {
      var number = new Label(shown.text());
      number.getStyleClass().add("result-number");
      box.getChildren().add(number);
    }
    String state =
        shown.state() == RunState.FINISHED
            ? results.difference(cell)
            : messages.text("state." + shown.state().name());
    if (!state.isEmpty()) {
      var below = new Label(state);
      below.getStyleClass().add("result-state");
      box.getChildren().add(below);
    }
    box.setOnMouseClicked(click -> clicked.accept(cell));
    return box;
  }

  private static Label header(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("muted", "small");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Node right(Label label) {
    setHalignment(label, HPos.RIGHT);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
