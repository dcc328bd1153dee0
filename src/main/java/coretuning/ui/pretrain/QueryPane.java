package coretuning.ui.pretrain;

import coretuning.figure.Figure;
import coretuning.figure.QueryMapFigure;
import coretuning.gallery.QueryMap;
import coretuning.result.QuerySnapshot;
import coretuning.result.QuerySnapshot.Query;
import coretuning.spec.DataSpec;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigurePoint;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Background;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.StatusLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The map of one recorded query, and the images behind the spot under the pointer. A click holds a
/// spot; another click on it, or beside all, lets it go.
final class QueryPane extends StackPane {
  private final Background background;
  private final StatusLine status;
  private final Messages messages;
  private final SampleImages images;
  private final ComboBox<String> shownRun = new ComboBox<>();
  private final ComboBox<String> query = new ComboBox<>();
  private final ComboBox<String> epoch = new ComboBox<>();
  private final FigureView view;
  private final SpotCard card;
  private final Placeholder placeholder;
  private final HBox content;
  private List<LiveRun> runs = List.of();
  private Optional<LiveRun> run = Optional.empty();
  private List<Integer> epochs = List.of();
  private Optional<QueryMapFigure> map = Optional.empty();
  private Optional<Query> shown = Optional.empty();
  private OptionalInt held = OptionalInt.empty();
  private boolean offering;
  private long requests;

  QueryPane(
      FigureDesk figures,
      Messages messages,
      SampleImages images,
      Background background,
      StatusLine status) {
    this.background = background;
    this.status = status;
    this.messages = messages;
    this.images = images;
    view = figures.view();
    card = new SpotCard(images, messages);
    placeholder =
        new Placeholder(
            messages.text("pretrain.query.none"), messages.text("pretrain.query.noneHint"));
    query.setId("pretrain-query");
    epoch.setId("pretrain-query-epoch");
    var about = new Label(messages.text("pretrain.query.about"));
    about.setWrapText(true);
    about.setMinHeight(Label.USE_PREF_SIZE);
    about.getStyleClass().addAll("muted", "small");
    shownRun.managedProperty().bind(shownRun.visibleProperty());
    var choice = new HBox(shownRun, query, epoch);
    choice.getStyleClass().add("toolbar");
    choice.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(view, Priority.ALWAYS);
    var left = new VBox(choice, view, about);
    left.getStyleClass().add("figure-card");
    HBox.setHgrow(left, Priority.ALWAYS);
    content = new HBox(left, card);
    content.getStyleClass().add("query-pane");
    getStyleClass().add("card-pane");
    getChildren().addAll(content, placeholder);
    shownRun.getSelectionModel().selectedIndexProperty().subscribe(index -> chosenRun());
    query.getSelectionModel().selectedIndexProperty().subscribe(index -> chosen());
    epoch.getSelectionModel().selectedIndexProperty().subscribe(index -> chosen());
    view.setOnHovered(point -> point(spotAt(point)));
    view.setOnLeft(() -> point(OptionalInt.empty()));
    view.setOnClicked(this::hold);
    show(List.of(), List.of());
  }

  /// Shows the queries of one of the runs, the newest first; its newest epoch as they come, unless
  /// another was chosen.
  ///
  /// @param names of the runs
  void show(List<LiveRun> newRuns, List<String> names) {
    List<String> ids = newRuns.stream().map(LiveRun::id).toList();
    if (!ids.equals(runs.stream().map(LiveRun::id).toList())) {
      offering = true;
      shownRun.getItems().setAll(names);
      shownRun.getSelectionModel().selectLast();
      offering = false;
    }
    runs = newRuns;
    shownRun.setVisible(runs.size() > 1);
    showRun();
  }

  private void chosenRun() {
    if (!offering) {
      showRun();
    }
  }

  private void showRun() {
    int place = shownRun.getSelectionModel().getSelectedIndex();
    show(place < 0 || place >= runs.size() ? Optional.empty() : Optional.of(runs.get(place)));
  }

  private void show(Optional<LiveRun> newRun) {
    boolean isOther = !run.map(LiveRun::id).equals(newRun.map(LiveRun::id));
    boolean followed = epoch.getSelectionModel().getSelectedIndex() == epochs.size() - 1;
    run = newRun;
    List<Integer> recorded =
        run.map(each -> List.copyOf(each.queries().keySet())).orElse(List.of());
    content.setVisible(!recorded.isEmpty());
    placeholder.setVisible(recorded.isEmpty());
    if (recorded.equals(epochs) && !isOther) {
      return;
    }
    epochs = recorded;
    run.ifPresent(each -> images.prepare(each.spec().data(), () -> offer(isOther, followed)));
  }

  private void offer(boolean isOther, boolean followed) {
    if (epochs.isEmpty() || run.isEmpty()) {
      return;
    }
    offering = true;
    DataSpec data = run.get().spec().data();
    var names = new ArrayList<String>();
    for (Query each : newest().queries()) {
      names.add(messages.text("pretrain.query", each.sample(), images.name(data, each.label())));
    }
    int query = isOther ? 0 : Math.max(0, this.query.getSelectionModel().getSelectedIndex());
    this.query.getItems().setAll(names);
    this.query.getSelectionModel().select(Math.min(query, names.size() - 1));
    int place = epoch.getSelectionModel().getSelectedIndex();
    epoch
        .getItems()
        .setAll(epochs.stream().map(each -> messages.text("epoch.after", each)).toList());
    epoch.getSelectionModel().select(isOther || followed || place < 0 ? epochs.size() - 1 : place);
    offering = false;
    chosen();
  }

  private QuerySnapshot newest() {
    return run.orElseThrow().queries().lastEntry().getValue();
  }

  /// Maps the chosen query beside the JavaFX thread.
  private void chosen() {
    int place = query.getSelectionModel().getSelectedIndex();
    int at = epoch.getSelectionModel().getSelectedIndex();
    if (offering || run.isEmpty() || place < 0 || at < 0 || at >= epochs.size()) {
      return;
    }
    QuerySnapshot snapshot = run.get().queries().get(epochs.get(at));
    if (snapshot == null || place >= snapshot.queries().size()) {
      return;
    }
    Query wanted = snapshot.queries().get(place);
    shown = Optional.of(wanted);
    held = OptionalInt.empty();
    long request = ++requests;
    background.run(
        () -> QueryMap.of("", wanted, snapshot.dimension()),
        found -> {
          if (request == requests) {
            map = Optional.of(found);
            point(OptionalInt.empty());
          }
        },
        status::fail);
  }

  private OptionalInt spotAt(FigurePoint point) {
    return map.map(figure ->
            figure.spotAt(
                point.x(), point.y(), point.width(), point.height(), view.getFigureStyle()))
        .orElse(OptionalInt.empty());
  }

  private void hold(FigurePoint point) {
    OptionalInt spot = spotAt(point);
    held = spot.equals(held) ? OptionalInt.empty() : spot;
    point(spot);
  }

  /// Marks the spot held, or else the one pointed at, or else the query.
  private void point(OptionalInt pointed) {
    OptionalInt marked = held.isPresent() ? held : pointed;
    map.ifPresent(figure -> {
      view.setFigure(figure.choosing(marked));
      run.ifPresent(each ->
          shown.ifPresent(
              wanted -> card.show(each.spec().data(), wanted, figure, marked.orElse(0))));
    });
  }

  /// The map on display.
  Optional<Figure> figure() {
    return map.map(figure -> view.getFigure());
  }
}
