package coretuning.ui.compare;

import coretuning.figure.Colouring;
import coretuning.figure.Emphasis;
import coretuning.figure.Figure;
import coretuning.figure.Highlight;
import coretuning.figure.Mark;
import coretuning.figure.ScatterFigure;
import coretuning.figure.Style;
import coretuning.result.Projection;
import coretuning.result.RunEvent;
import coretuning.ui.map.Bounds;
import coretuning.ui.map.MapListener;
import coretuning.ui.map.MapView;
import coretuning.ui.map.PointCloud;
import coretuning.ui.map.PointLook;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.Pick;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.SampleSelection;
import coretuning.ui.support.SelectedSamples;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Subscription;

/// One run's map: a point for each recorded sample, its image under the pointer, its choice by a
/// click or an outline.
final class MapPane extends VBox {
  private static final double POPUP_OFFSET = 14;

  /// Radians: half a turn on the way across a map of usual width.
  private static final double TURN_PER_PIXEL = 0.008;

  private final Tools tools;
  private final Label title = new Label();
  private final SpreadStrip spread;
  private final MapView view = new MapView(new Hand());
  private final ReliabilityLine reliability;
  private final Placeholder placeholder = new Placeholder("", "");
  private final Button compute;
  private final Popup popup = new Popup();
  private final SampleCard hovered;
  private final Subscription hovering;
  private Optional<Shown> shown = Optional.empty();
  private boolean isUnderWay;

  /// What all panes work with.
  ///
  /// @param style of the theme
  record Tools(
      SampleImages images,
      Messages messages,
      MapChoices choices,
      SampleSelection selection,
      ObservableValue<Style> style) {}

  /// What a pane shows.
  ///
  /// @param name of the run
  /// @param colouring empty while there is none
  /// @param channel what the colours mean
  /// @param extent of all maps on display; empty for the map's own
  record Shown(
      String name,
      MapSide side,
      Optional<Colouring> colouring,
      String channel,
      Optional<Bounds> extent) {}

  /// @param project makes the map that is missing
  MapPane(Tools tools, Runnable project) {
    this.tools = tools;
    Messages messages = tools.messages();
    spread = new SpreadStrip(messages);
    reliability = new ReliabilityLine(messages);
    compute = new Button(messages.text("map.compute"));
    compute.setOnAction(pressed -> project.run());
    hovered = new SampleCard(tools.images(), messages);
    hovered.getStyleClass().add("popup-card");
    popup.getContent().add(hovered);
    popup.setAutoFix(true);
    title.getStyleClass().add("card-title");
    view.viewportProperty().bindBidirectional(tools.choices().viewportProperty());
    view.toolProperty().bind(tools.choices().toolProperty());
    view.figureStyleProperty().bind(tools.style());
    hovering = tools.choices().hoveredProperty().subscribe(sample -> view.setHover(row(sample)));
    placeholder.getChildren().add(compute);
    var picture = new StackPane(view, placeholder);
    picture.setMinHeight(160);
    setVgrow(picture, Priority.ALWAYS);
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().add("figure-card");
    getChildren().addAll(title, spread, picture, reliability);
  }

  /// Ends the ties to what lives longer than the pane.
  void close() {
    view.viewportProperty().unbindBidirectional(tools.choices().viewportProperty());
    view.toolProperty().unbind();
    view.figureStyleProperty().unbind();
    hovering.unsubscribe();
    popup.hide();
    shown = Optional.empty();
  }

  private OptionalInt row(Optional<Integer> sample) {
    int row = sample.flatMap(id -> shown.map(each -> each.side().row(id))).orElse(-1);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /// Shows one side of the comparison.
  ///
  /// @param rival what its figures are compared with
  /// @param canProject whether a missing map could be made now
  void show(Shown next, Optional<MapSide> rival, boolean canProject) {
    boolean isSameMap =
        shown
            .map(Shown::side)
            .map(MapSide::projection)
            .equals(Optional.of(next.side().projection()));
    boolean isTurning =
        next.side().depth().isPresent()
            && shown
                .filter(before -> before.side().depth().isPresent())
                .filter(before -> before.side().embedding().equals(next.side().embedding()))
                .isPresent();
    shown = Optional.of(next);
    MapSide side = next.side();
    title.setText(tools.messages().text("map.title", next.name(), epoch(side)));
    view.setAccessibleText(title.getText());
    spread.show(side, rival);
    Optional<Projection> map = side.projection();
    view.setVisible(map.isPresent());
    reliability.setVisible(map.isPresent());
    placeholder.setVisible(map.isEmpty());
    map.ifPresent(reliability::show);
    if (map.isPresent() && (isUnderWay || !isSameMap)) {
      view.setPoints(new PointCloud(map.get().x(), map.get().y()), !isTurning);
    }
    view.setRim(hasRim());
    isUnderWay = false;
    view.setExtent(next.extent());
    if (map.isEmpty()) {
      explain(side, canProject);
    }
  }

  /// Shows a map that is under way, until what is stored is shown again.
  void show(RunEvent.MapMoved moving) {
    isUnderWay = true;
    view.setVisible(true);
    placeholder.setVisible(false);
    view.setExtent(Optional.empty());
    view.setPoints(new PointCloud(moving.layout().x(), moving.layout().y()), false);
  }

  /// Draws the points in their colours, as they are selected.
  ///
  /// @param neighbours rows of the focused sample's neighbours
  void colour(List<Integer> neighbours) {
    shown.ifPresent(each -> {
      SelectedSamples selection = tools.selection().get();
      view.setLook(
          MapLooks.of(
              each.side(), each.colouring(), tools.choices(), selection, tools.style().getValue()));
      view.setFocus(row(selection.focus()), neighbours);
    });
  }

  private String epoch(MapSide side) {
    int epoch = side.snapshot().epoch();
    return epoch == 0
        ? tools.messages().text("epoch.before")
        : tools.messages().text("epoch.after", epoch);
  }

  private void explain(MapSide side, boolean canProject) {
    Messages messages = tools.messages();
    Optional<RunEvent.Progress> mapping =
        side.run().progress().filter(progress -> progress.doing().contains("t-SNE"));
    boolean isRunning = !side.run().state().isTerminal();
    MapMethod method = tools.choices().methodProperty().get();
    boolean isStored =
        method == MapMethod.TSNE && tools.choices().imagesProperty().get() == ImageSet.TEST;
    compute.setVisible(canProject && !isRunning && isStored);
    compute.setManaged(compute.isVisible());
    if (!method.canShow(side.embedding())) {
      placeholder.say(messages.text("map.tooFew"), messages.text("map.tooFewHint"));
    } else if (!isStored) {
      placeholder.say(messages.text("map.soon"), messages.text("map.soonHint"));
    } else if (!canProject && mapping.isPresent()) {
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

  private boolean hasRim() {
    MapMethod method = tools.choices().methodProperty().get();
    return method == MapMethod.CIRCLE || method == MapMethod.SPHERE;
  }

  /// What the user does on the map.
  private final class Hand implements MapListener {
    @Override
    public void hovered(OptionalInt row, double x, double y) {
      if (row.isEmpty() || shown.isEmpty()) {
        popup.hide();
        tools.choices().hoveredProperty().set(Optional.empty());
        return;
      }
      MapSide side = shown.get().side();
      hovered.show(side.run().spec().data(), side.embedding(), row.getAsInt());
      hovered.note(
          shown
              .get()
              .colouring()
              .map(each -> shown.get().channel() + ": " + each.text(row.getAsInt()))
              .orElse(""));
      popup.show(view, x + POPUP_OFFSET, y + POPUP_OFFSET);
      tools
          .choices()
          .hoveredProperty()
          .set(Optional.of(side.embedding().samples()[row.getAsInt()]));
    }

    @Override
    public void clicked(OptionalInt row, Pick pick) {
      popup.hide();
      if (row.isPresent() && shown.isPresent()) {
        tools.selection().pick(shown.get().side().embedding().samples()[row.getAsInt()], pick);
      } else if (pick == Pick.REPLACE) {
        tools.selection().clear();
      }
    }

    @Override
    public boolean turned(double right, double down) {
      boolean isSphere = tools.choices().methodProperty().get() == MapMethod.SPHERE;
      if (isSphere) {
        Turn turn = tools.choices().turnProperty().get();
        tools.choices().turnProperty().set(turn.by(right * TURN_PER_PIXEL, down * TURN_PER_PIXEL));
      }
      return isSphere;
    }

    @Override
    public void enclosed(BitSet rows, Pick pick) {
      shown.ifPresent(each -> tools.selection().pick(each.side().samples(rows), pick));
    }
  }

  /// Ids of the samples on display.
  BitSet samplesOnDisplay() {
    return shown.map(each -> each.side().samples(view.look().shown())).orElseGet(BitSet::new);
  }

  /// The map as a figure.
  Optional<Figure> figure() {
    return shown.flatMap(
        each -> each.side().projection().map(map -> scatter(each, map, colouring(each))));
  }

  /// Without colours of their own, points have those of their class.
  private Colouring colouring(Shown each) {
    MapSide side = each.side();
    return each.colouring()
        .orElseGet(() ->
            Colouring.Kinds.ofClasses(
                side.embedding().labels(),
                tools.images().names(side.run().spec().data(), side.classes())));
  }

  private Figure scatter(Shown each, Projection map, Colouring colouring) {
    OptionalInt focus = row(tools.selection().get().focus());
    List<Highlight> marks =
        focus.isPresent()
            ? List.of(
                new Highlight(focus.getAsInt(), Mark.RING, tools.messages().text("map.selected")))
            : List.of();
    PointLook look = view.look();
    return new ScatterFigure(
        each.name() + ", " + epoch(each.side()),
        ScatterFigure.describe(map),
        map,
        each.channel(),
        colouring,
        Emphasis.of(map.x().length, look.shown(), look.front(), look.crossed(), marks));
  }
}
