package coretuning.ui.compare;

import coretuning.figure.Colouring;
import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.figure.Range;
import coretuning.figure.Style;
import coretuning.job.Job;
import coretuning.result.Embedding;
import coretuning.result.RunEvent;
import coretuning.result.Snapshot;
import coretuning.ui.map.Bounds;
import coretuning.ui.map.ColourLegend;
import coretuning.ui.map.PointCloud;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Pick;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.SampleSelection;
import coretuning.ui.support.StatusLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The view "Embeddings": the runs' maps side by side at one epoch, with one selection.
public final class EmbeddingsController {
  private static final Set<Aspect> SHOWN =
      EnumSet.of(
          Aspect.RUNS, Aspect.STATE, Aspect.SNAPSHOTS, Aspect.PROJECTIONS, Aspect.EVALUATIONS);

  private final Comparison comparison;
  private final SampleSelection selection;
  private final JobDesk desk;
  private final SampleImages images;
  private final Messages messages;
  private final Making making;
  private final Runnable showPairs;
  private final ObservableValue<Style> style;
  private final MapChoices choices = new MapChoices();
  private final EpochTrack track = new EpochTrack();
  private final MapBook book;
  private final Channels channels;
  private final SampleMeasures measures;
  private final ColourLegend key;
  private final ChangeBar change;
  private final SelectionPane selected;
  private final EpochBar epochs;
  private final Placeholder placeholder;
  private final List<MapPane> panes = new ArrayList<>();

  @FXML private StackPane root;
  @FXML private VBox content;
  @FXML private ComboBox<MapMethod> mapMethod;
  @FXML private ComboBox<Channel> mapChannel;
  @FXML private CheckBox crosses;
  @FXML private HBox tools;
  @FXML private HBox time;
  @FXML private Button align;
  @FXML private EvenRow maps;
  @FXML private StackPane legend;
  @FXML private VBox below;
  @FXML private Button pairs;

  /// The jobs that make maps.
  ///
  /// @param one of an embedding of a run
  /// @param all of the recorded epochs of runs, by id
  public record Making(
      BiFunction<String, Embedding, Job> one,
      Function<SequencedMap<String, List<Embedding>>, Job> all) {}

  /// What the view takes from the window.
  ///
  /// @param style of the theme
  /// @param status is told what goes wrong
  public record Surroundings(
      SampleImages images,
      Messages messages,
      ObservableValue<Style> style,
      Background background,
      StatusLine status) {}

  /// @param showPairs brings the pair of the selected sample to the front
  public EmbeddingsController(
      Comparison comparison,
      JobDesk desk,
      Surroundings surroundings,
      Making making,
      Runnable showPairs) {
    this.comparison = comparison;
    this.desk = desk;
    this.making = making;
    this.showPairs = showPairs;
    selection = comparison.selection();
    images = surroundings.images();
    messages = surroundings.messages();
    style = surroundings.style();
    Background background = surroundings.background();
    StatusLine status = surroundings.status();
    book = new MapBook(comparison, background, status, this::draw);
    measures = new SampleMeasures(background, status, this::draw);
    channels = new Channels(images, measures, messages);
    key = new ColourLegend(choices.filter(), messages.text("legend.help"));
    change = new ChangeBar(selection, messages);
    selected = new SelectionPane(comparison, images, messages, background, status);
    epochs = new EpochBar(track, messages);
    placeholder =
        new Placeholder(messages.text("embeddings.empty"), messages.text("embeddings.emptyHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    mapMethod.getItems().setAll(MapMethod.values());
    mapMethod.setConverter(messages.texts("method."));
    mapMethod.valueProperty().bindBidirectional(choices.methodProperty());
    mapChannel.setConverter(messages.texts("channel."));
    offerChannels();
    mapChannel.valueProperty().bindBidirectional(choices.channelProperty());
    crosses.selectedProperty().bindBidirectional(choices.crossesProperty());
    new MapTools(tools, choices.toolProperty(), messages);
    new MapShortcuts(content, choices, selection, selected, this::selectAll);
    time.getChildren().addFirst(epochs);
    HBox.setHgrow(epochs, Priority.ALWAYS);
    legend.getChildren().add(key);
    below.getChildren().addAll(change, selected);
    VBox.setVgrow(selected, Priority.ALWAYS);
    choices.methodProperty().subscribe(this::draw);
    choices.channelProperty().subscribe(this::draw);
    choices.crossesProperty().subscribe(this::draw);
    choices.filter().hiddenProperty().subscribe(this::draw);
    track.positionProperty().subscribe(this::draw);
    selection.stateProperty().subscribe(this::draw);
    style.subscribe(this::draw);
    desk.stateProperty().subscribe(this::draw);
    comparison.listen(this::refresh);
    refresh(SHOWN);
  }

  private void refresh(Set<Aspect> changed) {
    boolean isMapping =
        changed.contains(Aspect.LAYOUTS)
            || (changed.contains(Aspect.PROGRESS)
                && sides().stream().anyMatch(side -> side.projection().isEmpty()));
    if (!isMapping && changed.stream().noneMatch(SHOWN::contains)) {
      return;
    }
    if (changed.contains(Aspect.RUNS)) {
      rebuild();
      comparison.data().ifPresent(data -> images.prepare(data, this::draw));
    }
    if (changed.contains(Aspect.SNAPSHOTS) || changed.contains(Aspect.PROJECTIONS)) {
      book.realign();
      var known = new TreeSet<Integer>();
      comparison.runs().forEach(run -> known.addAll(run.snapshots().keySet()));
      track.offer(List.copyOf(known));
    }
    draw();
  }

  private void rebuild() {
    book.clear();
    panes.forEach(MapPane::close);
    panes.clear();
    maps.getChildren().clear();
    choices.viewportProperty().set(Optional.empty());
    var shared = new MapPane.Tools(images, messages, choices, selection, style);
    for (LiveRun run : comparison.runs()) {
      var pane = new MapPane(shared, () -> project(run));
      panes.add(pane);
      maps.getChildren().add(pane);
    }
    offerChannels();
  }

  private void offerChannels() {
    var offered = new ArrayList<>(List.of(Channel.values()));
    if (comparison.runs().size() < 2) {
      offered.removeIf(Channel::isDifference);
    }
    if (!mapChannel.getItems().equals(offered)) {
      Channel chosen = choices.channelProperty().get();
      mapChannel.getItems().setAll(offered);
      mapChannel.setValue(offered.contains(chosen) ? chosen : Channel.LABEL);
    }
  }

  private void project(LiveRun run) {
    side(run).ifPresent(side -> desk.goOn(making.one().apply(run.id(), side.embedding())));
  }

  @FXML
  private void align() {
    var courses = new LinkedHashMap<String, List<Embedding>>();
    for (LiveRun run : comparison.runs()) {
      courses.put(run.id(), run.snapshots().values().stream().map(Snapshot::embedding).toList());
    }
    choices.methodProperty().set(MapMethod.TSNE);
    desk.goOn(making.all().apply(courses));
  }

  @FXML
  private void fit() {
    choices.viewportProperty().set(Optional.empty());
  }

  @FXML
  private void showPairs() {
    showPairs.run();
  }

  private void selectAll() {
    panes.stream()
        .findFirst()
        .ifPresent(pane -> selection.pick(pane.samplesOnDisplay(), Pick.REPLACE));
  }

  /// The run at the epoch on display. At the end of the track, t-SNE shows the newest epoch that
  /// has a map: while a run goes on, its newest one has none yet.
  private Optional<MapSide> side(LiveRun run) {
    MapMethod chosen = choices.methodProperty().get();
    Optional<MapSide> side =
        track.isAtEnd() && chosen == MapMethod.TSNE
            ? MapSide.newest(run)
            : track.epoch().isEmpty()
                ? Optional.empty()
                : MapSide.at(run, track.epoch().getAsInt());
    return side.map(own -> own.withMap(book.find(run, own.snapshot(), chosen)));
  }

  private List<MapSide> sides() {
    return comparison.runs().stream().flatMap(run -> side(run).stream()).toList();
  }

  private void draw() {
    List<MapSide> sides = sides();
    placeholder.setVisible(sides.isEmpty());
    content.setVisible(!sides.isEmpty());
    if (sides.size() != panes.size()) {
      return;
    }
    selected.show(sides, this::draw);
    List<Optional<Colouring>> colourings = colourings(sides);
    Optional<Bounds> extent = extent();
    String name = messages.text("channel." + choices.channelProperty().get());
    for (int i = 0; i < sides.size(); i++) {
      MapSide side = sides.get(i);
      MapPane pane = panes.get(i);
      pane.show(
          new MapPane.Shown(
              RunNames.of(side.run(), comparison), side, colourings.get(i), name, extent),
          sides.stream().filter(other -> other.run() != side.run()).findFirst(),
          !desk.isBusy());
      moving(side).ifPresent(pane::show);
      pane.colour(selected.neighbours(i));
    }
    showLegend(name, colourings);
    showChange(sides);
    align.setDisable(desk.isBusy() || track.epochsProperty().get().size() < 2);
    pairs.setDisable(selection.get().focus().isEmpty());
  }

  private Optional<RunEvent.MapMoved> moving(MapSide side) {
    return side.run()
        .moving()
        .filter(each -> choices.methodProperty().get() == MapMethod.TSNE)
        .filter(each -> each.epoch() == side.snapshot().epoch())
        .filter(each -> each.layout().x().length == side.embedding().size());
  }

  /// Colourings of all sides; numbers on one scale.
  private List<Optional<Colouring>> colourings(List<MapSide> sides) {
    Channel chosen = choices.channelProperty().get();
    var found = new ArrayList<Optional<Colouring>>();
    for (int i = 0; i < sides.size(); i++) {
      MapSide side = chosen.isDifference() ? sides.getFirst() : sides.get(i);
      MapSide other = sides.get(i == 0 ? sides.size() - 1 : i);
      found.add(channels.of(chosen, side, Optional.of(other)));
    }
    Optional<Range> range =
        found.stream()
            .flatMap(Optional::stream)
            .filter(Colouring.Amounts.class::isInstance)
            .map(each -> ((Colouring.Amounts) each).range())
            .reduce(Range::with);
    return found.stream().map(each -> each.map(own -> ranged(own, range))).toList();
  }

  private static Colouring ranged(Colouring colouring, Optional<Range> range) {
    return colouring instanceof Colouring.Amounts amounts && range.isPresent()
        ? new Colouring.Amounts(amounts.values(), range.get())
        : colouring;
  }

  /// The rectangle around all epochs' maps of all runs, so that points do not jump with the frame.
  private Optional<Bounds> extent() {
    MapMethod chosen = choices.methodProperty().get();
    return comparison.runs().stream()
        .flatMap(run ->
            run.snapshots().values().stream()
                .flatMap(snapshot -> book.find(run, snapshot, chosen).stream()))
        .map(map -> new PointCloud(map.x(), map.y()).bounds())
        .reduce(Bounds::with);
  }

  private void showLegend(String name, List<Optional<Colouring>> colourings) {
    Optional<Colouring> shown = colourings.stream().flatMap(Optional::stream).findFirst();
    if (shown.isPresent()) {
      key.show(name, shown.get(), style.getValue());
    } else {
      key.showNothing(name, messages.text("channel.none"));
    }
    key.explain(messages.text("channel." + choices.channelProperty().get() + ".help"));
  }

  private void showChange(List<MapSide> sides) {
    Optional<Difference> difference =
        sides.size() < 2
            ? Optional.empty()
            : Channels.difference(sides.getFirst(), Optional.of(sides.getLast()));
    change.setVisible(difference.isPresent());
    change.setManaged(difference.isPresent());
    difference.ifPresent(each ->
        change.show(
            RunNames.of(sides.getFirst().run(), comparison)
                + " → "
                + RunNames.of(sides.getLast().run(), comparison),
            each,
            channels,
            channels.moves(each)));
  }

  /// The maps on display, side by side.
  public Optional<Figure> figure() {
    List<Figure> drawn = panes.stream().flatMap(pane -> pane.figure().stream()).toList();
    return drawn.isEmpty() ? Optional.empty() : Optional.of(new Panels("", drawn, drawn.size()));
  }
}
