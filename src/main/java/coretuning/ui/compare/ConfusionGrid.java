package coretuning.ui.compare;

import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.spec.DataSpec;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RunNames;
import coretuning.ui.support.SampleImages;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The most frequent mistakes, with the count of each run and how it changed.
final class ConfusionGrid extends GridPane {
  private static final int ROWS = 6;

  private final Messages messages;
  private final SampleImages images;

  ConfusionGrid(Messages messages, SampleImages images) {
    this.messages = messages;
    this.images = images;
    getStyleClass().add("result-grid");
  }

  /// Shows the mistakes of the evaluated runs on display.
  void show(Comparison comparison) {
    getChildren().clear();
    getColumnConstraints().clear();
    List<LiveRun> runs =
        comparison.runs().stream().filter(run -> run.evaluation(Part.TEST).isPresent()).toList();
    Optional<DataSpec> data = comparison.data();
    if (runs.isEmpty() || data.isEmpty()) {
      return;
    }
    boolean isCompared = runs.size() > 1;
    column(HPos.LEFT, Priority.ALWAYS);
    add(muted(messages.text("confusion.most")), 0, 0);
    for (int i = 0; i < runs.size(); i++) {
      column(HPos.RIGHT, Priority.SOMETIMES);
      add(muted(RunNames.of(runs.get(i), comparison)), i + 1, 0);
    }
    if (isCompared) {
      column(HPos.RIGHT, Priority.SOMETIMES);
      add(muted(messages.text("confusion.change")), runs.size() + 1, 0);
    }
    List<int[][]> matrices =
        runs.stream()
            .flatMap(run -> run.evaluation(Part.TEST).stream())
            .map(Evaluation::confusion)
            .toList();
    int row = 1;
    for (Confusions.Confusion each : Confusions.mostFrequent(matrices, ROWS)) {
      add(row++, each, data.get(), isCompared);
    }
  }

  private void add(int row, Confusions.Confusion each, DataSpec data, boolean isCompared) {
    String name =
        messages.text(
            "confusion.pair",
            images.name(data, each.label()),
            images.name(data, each.prediction()));
    add(new Label(name), 0, row);
    List<Integer> counts = each.counts();
    for (int i = 0; i < counts.size(); i++) {
      add(new Label(Integer.toString(counts.get(i))), i + 1, row);
    }
    if (isCompared) {
      int change = counts.getLast() - counts.getFirst();
      var label = new Label("%+d".formatted(change).replace('-', '−'));
      if (change != 0) {
        label.getStyleClass().add(change < 0 ? "right" : "wrong");
      }
      add(label, counts.size() + 1, row);
    }
  }

  private void column(HPos alignment, Priority grow) {
    var column = new ColumnConstraints();
    column.setHalignment(alignment);
    column.setHgrow(grow);
    getColumnConstraints().add(column);
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("muted", "small");
    return label;
  }
}
