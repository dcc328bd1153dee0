package coretuning.ui.table;

import coretuning.report.ResultCell;
import coretuning.result.Problem;
import coretuning.result.TableOutcome;
import coretuning.spec.Metric;
import coretuning.spec.TableCell;
import coretuning.spec.TableRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The runs of one cell, a line each: seed, result, epoch, or why it failed.
final class RunLines extends VBox {
  private final Messages messages;
  private final Consumer<TableRun> opened;

  /// @param opened gets the run that the user wants to see in the other views
  RunLines(Messages messages, Consumer<TableRun> opened) {
    this.messages = messages;
    this.opened = opened;
    clear();
  }

  /// Shows that no cell is chosen.
  void clear() {
    var hint = new Label(messages.text("table.pick"));
    hint.getStyleClass().add("muted");
    getChildren().setAll(hint);
  }

  /// Shows the runs of a cell.
  void show(TableCell cell, ResultCell content, Metric metric) {
    var heading = new Label(messages.text("table.cell", cell.variant(), cell.data()));
    heading.getStyleClass().add("strong");
    getChildren().setAll(heading);
    content.runs().forEach(run -> getChildren().add(line(run, metric)));
  }

  private HBox line(TableOutcome run, Metric metric) {
    var line = new HBox();
    line.getStyleClass().add("run-line");
    line.getChildren().add(seed(run));
    line.getChildren().add(new Label(messages.text("state." + run.state().name())));
    run.value(metric).ifPresent(value -> line.getChildren().add(new Label(Numbers.percent(value))));
    run.selected()
        .ifPresent(
            epoch -> line.getChildren().add(muted(messages.text("table.epoch", epoch.epoch()))));
    run.problem()
        .map(Problem::getMessage)
        .ifPresent(why -> {
          var label = new Label(why);
          label.getStyleClass().add("wrong");
          label.setWrapText(true);
          line.getChildren().add(label);
        });
    line.getChildren().add(muted(run.folder()));
    return line;
  }

  /// A link to the run, if it has anything to show yet.
  private Node seed(TableOutcome run) {
    String text = messages.text("table.seed", run.run().seed());
    if (run.selected().isEmpty()) {
      return new Label(text);
    }
    var link = new Hyperlink(text);
    link.setOnAction(pressed -> opened.accept(run.run()));
    return link;
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("muted", "small");
    return label;
  }
}
