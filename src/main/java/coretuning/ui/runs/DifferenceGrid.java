package coretuning.ui.runs;

import coretuning.result.RunSummary;
import coretuning.ui.support.Messages;
import coretuning.ui.support.SpecDifference;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The settings in which two runs differ, a row each.
final class DifferenceGrid extends GridPane {
  private static final int COLUMNS = 3;

  private final Messages messages;

  DifferenceGrid(Messages messages) {
    this.messages = messages;
    getStyleClass().add("result-grid");
    for (int i = 0; i < COLUMNS; i++) {
      var column = new ColumnConstraints();
      column.setHgrow(Priority.ALWAYS);
      column.setPercentWidth(100.0 / COLUMNS);
      getColumnConstraints().add(column);
    }
  }

  /// Shows the differences of two runs.
  void show(RunSummary first, RunSummary second, List<SpecDifference> differences) {
    getChildren().clear();
    addRow(0, heading(messages.text("runs.differ")), heading(first.id()), heading(second.id()));
    if (differences.isEmpty()) {
      addRow(1, new Label(messages.text("runs.alike")));
    }
    for (SpecDifference each : differences) {
      var name = new Label(each.name(messages));
      name.getStyleClass().add("strong");
      addRow(getRowCount(), name, new Label(each.first()), new Label(each.second()));
    }
  }

  private static Label heading(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("muted", "small");
    return label;
  }
}
