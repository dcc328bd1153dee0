package coretuning.ui.pretrain;

import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.gallery.Sweep;
import coretuning.store.RunStore;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Background;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.StatusLine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The heat maps over N, s and s′ of stored runs that differ in nothing else.
final class SweepPane extends StackPane {
  private final RunStore store;
  private final Background background;
  private final StatusLine status;
  private final Messages messages;
  private final ComboBox<String> family = new ComboBox<>();
  private final ComboBox<Sweep.Measure> measure = new ComboBox<>();
  private final FigureView view;
  private final Placeholder placeholder;
  private final VBox content;
  private List<RunFamily> families = List.of();

  SweepPane(
      FigureDesk figures,
      Messages messages,
      RunStore store,
      Background background,
      StatusLine status) {
    this.store = store;
    this.background = background;
    this.status = status;
    this.messages = messages;
    view = figures.view();
    placeholder =
        new Placeholder(
            messages.text("pretrain.sweep.none"), messages.text("pretrain.sweep.noneHint"));
    measure.getItems().setAll(Sweep.Measure.values());
    measure.setConverter(messages.texts("pretrain.sweep."));
    measure.setValue(Sweep.Measure.LINEAR);
    var about = new Label(messages.text("pretrain.sweep.about"));
    about.setWrapText(true);
    about.setMinHeight(Label.USE_PREF_SIZE);
    about.getStyleClass().addAll("muted", "small");
    HBox.setHgrow(family, Priority.ALWAYS);
    family.setMaxWidth(Double.MAX_VALUE);
    family.setId("pretrain-family");
    var choice = new HBox(family, measure);
    choice.getStyleClass().add("toolbar");
    choice.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(view, Priority.ALWAYS);
    content = new VBox(choice, view, about);
    content.getStyleClass().add("figure-card");
    getStyleClass().add("card-pane");
    getChildren().addAll(content, placeholder);
    family.getSelectionModel().selectedIndexProperty().subscribe(index -> draw());
    measure.valueProperty().subscribe(chosen -> draw());
    draw();
  }

  /// Reads the stored runs again when the pane comes to the front.
  void setShown(boolean isShown) {
    if (isShown) {
      background.run(() -> RunFamily.of(store), this::offer, status::fail);
    }
  }

  private void offer(List<RunFamily> found) {
    families = found;
    int chosen = Math.max(0, family.getSelectionModel().getSelectedIndex());
    family
        .getItems()
        .setAll(
            families.stream()
                .map(each ->
                    messages.text(
                        "pretrain.sweep.family", each.title(), each.sweep().runs().size()))
                .toList());
    family.getSelectionModel().select(Math.min(chosen, families.size() - 1));
    draw();
  }

  private void draw() {
    Optional<Figure> figure = figure();
    content.setVisible(figure.isPresent());
    placeholder.setVisible(figure.isEmpty());
    figure.ifPresent(view::setFigure);
  }

  /// The heat maps on display.
  Optional<Figure> figure() {
    int chosen = family.getSelectionModel().getSelectedIndex();
    if (chosen < 0 || chosen >= families.size()) {
      return Optional.empty();
    }
    Sweep sweep = families.get(chosen).sweep();
    return Optional.of(
        new Panels(
            "",
            Arrays.stream(Sweep.Columns.values())
                .<Figure>map(columns -> sweep.figure(columns, measure.getValue()))
                .toList(),
            2));
  }
}
