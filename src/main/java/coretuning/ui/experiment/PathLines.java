package coretuning.ui.experiment;

import coretuning.job.Checkpoints;
import coretuning.job.DataSets;
import coretuning.spec.Architecture;
import coretuning.spec.DataFormat;
import coretuning.ui.form.Entry;
import coretuning.ui.form.FormGrid;
import coretuning.ui.support.Inquiry;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RecentPaths;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/// What stands beside and below the fields of data set and weights.
final class PathLines {
  private final ExperimentForm form;
  private final Inspection inspection;
  private final Messages messages;
  private final DataLine data;
  private final WeightsLine weights;

  PathLines(ExperimentForm form, Inspection inspection, Messages messages) {
    this.form = form;
    this.inspection = inspection;
    this.messages = messages;
    data = new DataLine(form.data, Inquiry.ofWindow(), DataSets::outline, inspection.recentData());
    weights =
        new WeightsLine(
            form.backbone, Inquiry.ofWindow(), Checkpoints::outline, inspection.recentWeights());
  }

  /// For the grids, by the fields' keys. Begins to look.
  Map<String, FormGrid.Attachment> attachments() {
    var attachments =
        Map.of(
            form.data.root.key(),
            new FormGrid.Attachment(
                recent(form.data.root, inspection.recentData(), this::chooseData), dataLook()),
            form.backbone.weights.key(),
            new FormGrid.Attachment(
                recent(form.backbone.weights, inspection.recentWeights(), this::chooseWeights),
                weightsLook()));
    data.ask();
    weights.ask();
    return attachments;
  }

  /// Puts a data set into its field; its format is recognised.
  void chooseData(Path path) {
    form.data.format.valueProperty().set(DataFormat.AUTO);
    form.data.root.textProperty().set(path.toString());
  }

  /// Puts weights into their field.
  void chooseWeights(Path path) {
    form.backbone.weights.textProperty().set(path.toString());
  }

  private LookLine dataLook() {
    var line = new LookLine("look-data", messages);
    Button check = line.action("look.check", inspection.checkData());
    Button preview = line.action("look.preview", inspection.preview());
    check.setId("check-data");
    preview.setId("preview");
    Button recognise =
        line.action("look.recognise", () -> form.data.format.valueProperty().set(DataFormat.AUTO));
    line.follow(data.inquiry(), outline -> DataLine.text(outline, messages));
    data.inquiry()
        .stateProperty()
        .subscribe(state ->
            recognise.setVisible(
                state instanceof Inquiry.State.Refused
                    && form.data.format.value() != DataFormat.AUTO));
    ReadOnlyStringProperty wrong = form.data.root.messageProperty();
    check.disableProperty().bind(wrong.isNotEmpty());
    preview.disableProperty().bind(wrong.isNotEmpty());
    return line;
  }

  private LookLine weightsLook() {
    var line = new LookLine("look-weights", messages);
    Button check = line.action("look.check", inspection.checkWeights());
    check.setId("check-weights");
    Button use = line.action("look.use", this::useOther);
    use.setId("use-architecture");
    line.follow(
        weights.inquiry(),
        fit -> WeightsLine.text(fit, form.backbone.architecture.value(), messages));
    weights
        .inquiry()
        .stateProperty()
        .subscribe(state -> {
          Optional<Architecture> other = other();
          use.setVisible(other.isPresent());
          other.ifPresent(found -> use.setText(messages.text("look.use", found)));
          weights.inquiry().answer().ifPresent(fit -> line.mark(!fit.asked().match().isComplete()));
        });
    // Without weights there is nothing to say.
    form.backbone
        .weights
        .textProperty()
        .subscribe(typed -> {
          boolean some = form.weights().isPresent();
          line.setVisible(some);
          line.setManaged(some);
        });
    return line;
  }

  private Optional<Architecture> other() {
    return weights.inquiry().answer().flatMap(WeightsLine.Fit::other);
  }

  private void useOther() {
    other().ifPresent(form.backbone.architecture.valueProperty()::set);
  }

  private MenuButton recent(Entry<?> entry, RecentPaths paths, Consumer<Path> choose) {
    var button = new MenuButton();
    button.setId("recent-" + entry.key());
    button.getStyleClass().add("recent");
    button.setMinWidth(Control.USE_PREF_SIZE);
    button.setMaxHeight(Double.MAX_VALUE);
    button.setTooltip(new Tooltip(messages.text("form.recent")));
    // Filled when it opens: paths come while the window is used.
    button.getItems().setAll(none());
    button.setOnShowing(opening -> {
      button
          .getItems()
          .setAll(
              paths.paths().stream()
                  .map(path -> item(path, () -> choose.accept(Path.of(path))))
                  .toList());
      if (button.getItems().isEmpty()) {
        button.getItems().setAll(none());
      } else {
        button.getItems().add(item(messages.text("form.recent.clear"), paths::clear));
      }
    });
    return button;
  }

  private MenuItem none() {
    var item = new MenuItem(messages.text("form.recent.none"));
    item.setDisable(true);
    return item;
  }

  private static MenuItem item(String text, Runnable choose) {
    var item = new MenuItem();
    // As a graphic: an underscore in a path is no mnemonic.
    item.setGraphic(new Label(text));
    item.setOnAction(chosen -> choose.run());
    return item;
  }
}
