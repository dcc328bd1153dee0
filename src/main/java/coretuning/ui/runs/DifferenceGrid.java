package coretuning.ui.runs;

import coretuning.ui.support.Messages;
import coretuning.ui.support.SpecDifference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The settings in which the chosen runs differ, a column a run, to be read and copied.
final class DifferenceGrid extends VBox {
  private static final double LEAST_COLUMN = 120;
  private static final double NAME_COLUMN = 170;

  private final Messages messages;
  private final GridPane grid = new GridPane();
  private Optional<Differences> shown = Optional.empty();

  /// @param copied is told the message to show after copying
  DifferenceGrid(Messages messages, Runnable copied) {
    this.messages = messages;
    getStyleClass().addAll("figure-card", "difference-grid");
    grid.getStyleClass().add("result-grid");
    var title = new Label(messages.text("runs.differ"));
    title.getStyleClass().add("strong");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head =
        new HBox(
            title,
            space,
            copying("runs.copyText", each -> each.text(messages), copied),
            copying("runs.copyCsv", each -> each.csv(messages), copied));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("toolbar");
    var scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  private Button copying(
      String key, java.util.function.Function<Differences, String> text, Runnable copied) {
    var button = new Button(messages.text(key));
    button.getStyleClass().add("small");
    button.setOnAction(pressed ->
        shown.ifPresent(differences -> {
          var content = new ClipboardContent();
          content.putString(text.apply(differences));
          Clipboard.getSystemClipboard().setContent(content);
          copied.run();
        }));
    return button;
  }

  /// Shows the differences of some runs.
  void show(Differences differences) {
    shown = Optional.of(differences);
    grid.getChildren().clear();
    grid.getColumnConstraints().setAll(columns(differences.runs().size()));
    List<String> names = differences.names();
    var heads = Stream.concat(Stream.of(messages.text("runs.setting")), names.stream());
    grid.addRow(0, heads.map(DifferenceGrid::heading).toArray(Label[]::new));
    for (int i = 0; i < names.size(); i++) {
      ((Label) grid.getChildren().get(i + 1))
          .setTooltip(new Tooltip(differences.runs().get(i).id()));
    }
    if (differences.rows().isEmpty()) {
      grid.add(new Label(messages.text("runs.alike")), 0, 1, names.size() + 1, 1);
    }
    for (SpecDifference each : differences.rows()) {
      var name = new Label(each.name(messages));
      name.getStyleClass().add("strong");
      Stream<Label> values = each.values().stream().map(DifferenceGrid::value);
      grid.addRow(grid.getRowCount(), Stream.concat(Stream.of(name), values).toArray(Label[]::new));
    }
  }

  private static List<ColumnConstraints> columns(int runs) {
    var name = new ColumnConstraints(NAME_COLUMN);
    var value = new ColumnConstraints();
    value.setMinWidth(LEAST_COLUMN);
    value.setHgrow(Priority.ALWAYS);
    return Stream.concat(Stream.of(name), Stream.generate(() -> value).limit(runs)).toList();
  }

  private static Label value(String text) {
    var label = new Label(text);
    label.setTooltip(new Tooltip(text));
    return label;
  }

  private static Label heading(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("muted", "small");
    return label;
  }
}
