package coretuning.ui.compare;

import coretuning.figure.Figure;
import coretuning.figure.Highlight;
import coretuning.figure.Mark;
import coretuning.figure.ScatterFigure;
import coretuning.result.RunEvent;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigurePoint;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// One run's map: a dot for each recorded sample, its image under the pointer, its choice by a
/// click.
final class MapPane extends VBox {
  private static final double POPUP_OFFSET = 14;

  private final SampleImages images;
  private final Messages messages;
  private final IntConsumer choose;
  private final Label title = new Label();
  private final SpreadStrip spread;
  private final FigureView view;
  private final Placeholder placeholder = new Placeholder("", "");
  private final Button compute;
  private final Popup popup = new Popup();
  private final SampleCard hovered;
  private Optional<MapSide> side = Optional.empty();
  private Optional<ScatterFigure> figure = Optional.empty();

  /// @param choose gets the id of a sample that was clicked
  /// @param project makes the map that is missing
  MapPane(
      SampleImages images,
      Messages messages,
      FigureDesk figures,
      IntConsumer choose,
      Runnable project) {
    this.images = images;
    this.messages = messages;
    this.choose = choose;
    view = figures.view();
    spread = new SpreadStrip(messages);
    compute = new Button(messages.text("map.compute"));
    compute.setOnAction(pressed -> project.run());
    hovered = new SampleCard(images, messages);
    hovered.getStyleClass().add("popup-card");
    popup.getContent().add(hovered);
    popup.setAutoFix(true);
    title.getStyleClass().add("card-title");
    view.setOnHovered(this::hover);
    view.setOnLeft(popup::hide);
    view.setOnClicked(this::click);
    placeholder.getChildren().add(compute);
    var picture = new StackPane(view, placeholder);
    picture.setMinHeight(200);
    setVgrow(picture, Priority.ALWAYS);
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().add("figure-card");
    getChildren().addAll(title, spread, picture);
  }

  /// Shows one side of the comparison.
  ///
  /// @param selected id of the selected sample
  /// @param canProject whether a missing map could be made now
  void show(
      String name,
      MapSide shown,
      Optional<MapSide> other,
      Optional<Integer> selected,
      boolean canProject) {
    side = Optional.of(shown);
    title.setText(messages.text("map.title", name, epoch(shown)));
    spread.show(shown, other);
    figure = shown.projection().map(map -> scatter(shown, selected));
    figure.ifPresent(view::setFigure);
    view.setVisible(figure.isPresent());
    placeholder.setVisible(figure.isEmpty());
    if (figure.isEmpty()) {
      explain(shown, canProject);
    }
  }

  private String epoch(MapSide shown) {
    int epoch = shown.snapshot().epoch();
    return epoch == 0 ? messages.text("epoch.before") : messages.text("epoch.after", epoch);
  }

  private ScatterFigure scatter(MapSide shown, Optional<Integer> selected) {
    int row = selected.map(shown::row).orElse(-1);
    List<Highlight> highlights =
        row < 0 ? List.of() : List.of(new Highlight(row, Mark.RING, messages.text("map.selected")));
    return new ScatterFigure(
            "",
            shown.projection().orElseThrow(),
            shown.embedding().labels(),
            images.names(shown.run().spec().data(), shown.classes()))
        .withHighlights(highlights);
  }

  private void explain(MapSide shown, boolean canProject) {
    Optional<RunEvent.Progress> mapping =
        shown.run().progress().filter(progress -> progress.doing().contains("t-SNE"));
    boolean isRunning = !shown.run().state().isTerminal();
    compute.setVisible(canProject && !isRunning);
    compute.setManaged(compute.isVisible());
    if (isRunning && mapping.isPresent()) {
      RunEvent.Progress progress = mapping.get();
      placeholder.say(
          messages.text("map.working"),
          progress.doing()
              + (progress.total() > 0
                  ? ", " + Numbers.percent((double) progress.done() / progress.total())
                  : ""));
    } else {
      placeholder.say(
          messages.text("map.missing"),
          messages.text(isRunning ? "map.missingRunning" : "map.missingHint"));
    }
  }

  private OptionalInt rowAt(FigurePoint point) {
    return figure
        .map(drawn ->
            drawn.nearest(
                point.x(), point.y(), point.width(), point.height(), view.getFigureStyle()))
        .orElse(OptionalInt.empty());
  }

  private void hover(FigurePoint point) {
    OptionalInt row = rowAt(point);
    if (row.isEmpty() || side.isEmpty()) {
      popup.hide();
      return;
    }
    hovered.show(side.get().run().spec().data(), side.get().embedding(), row.getAsInt());
    Point2D pointer = view.localToScreen(point.x(), point.y());
    popup.show(view, pointer.getX() + POPUP_OFFSET, pointer.getY() + POPUP_OFFSET);
  }

  private void click(FigurePoint point) {
    popup.hide();
    OptionalInt row = rowAt(point);
    if (row.isPresent()) {
      side.ifPresent(shown -> choose.accept(shown.embedding().samples()[row.getAsInt()]));
    }
  }

  Optional<Figure> figure(String name) {
    return figure.map(drawn -> titled(name, drawn));
  }

  private Figure titled(String name, ScatterFigure drawn) {
    return side.map(shown ->
            (Figure)
                new ScatterFigure(
                    name + ", " + epoch(shown),
                    shown.projection().orElseThrow(),
                    shown.embedding().labels(),
                    images.names(shown.run().spec().data(), shown.classes())))
        .orElse(drawn);
  }
}
