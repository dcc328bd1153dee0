package coretuning.ui.compare;

import coretuning.figure.Colouring;
import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.figure.Style;
import coretuning.job.Job;
import coretuning.result.Embedding;
import coretuning.result.Snapshot;
import coretuning.ui.map.Bounds;
import coretuning.ui.map.ColourLegend;
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
  private final MapSides sides;
  private final MapColours colours;
  private final ColourLegend key;
  private final ChangeBar change;
  private final SelectionPane selected;
  private final EpochBar epochs;
  private final Placeholder placeholder;
  private final List<MapPane> panes = new ArrayList<>();

  @FXML private StackPane root;
  @FXML private VBox content;
  @FXML private ComboBox<MapMethod> mapMethod;
  @FXML private ComboBox<ImageSet> mapImages;
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
    var shelf = new RecordedImages.Shelf();
    sides =
        new MapSides(
            new MapBook.Desk(comparison, shelf, background, status, this::draw), choices, track);
    var measures = new SampleMeasures(background, status, this::draw);
    colours =
        new MapColours(comparison, choices, new Channels(images, measures, messages), messages);
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
    OfferCell.in(
        mapMethod,
        messages.texts("method."),
        each -> sides.lacks(each).map(text -> messages.text(text)));
    mapMethod.valueProperty().bindBidirectional(choices.methodProperty());
    mapImages.getItems().setAll(ImageSet.values());
    OfferCell.in(
        mapImages,
        messages.texts("images."),
        each -> sides.lacks(each).map(text -> messages.text(text)));
    mapImages.valueProperty().bindBidirectional(choices.imagesProperty());
    mapChannel.getItems().setAll(Channel.values());
    OfferCell.in(mapChannel, messages.texts("channel."), colours::missing);
    mapChannel.valueProperty().bindBidirectional(choices.channelProperty());
    crosses.selectedProperty().bindBidirectional(choices.crossesProperty());
    new MapTools(tools, choices.toolProperty(), messages);
    new MapShortcuts(content, choices, selection, selected, shortcuts());
    time.getChildren().addFirst(epochs);
    HBox.setHgrow(epochs, Priority.ALWAYS);
    legend.getChildren().add(key);
    below.getChildren().addAll(change, selected);
    VBox.setVgrow(selected, Priority.ALWAYS);
    choices.methodProperty().subscribe(this::draw);
    choices.imagesProperty().subscribe(this::keepWhatCanBeShown);
    choices.turnProperty().subscribe(this::draw);
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

  private MapShortcuts.Actions shortcuts() {
    return new MapShortcuts.Actions(this::selectAll, epochs::playOrPause);
  }

  private void refresh(Set<Aspect> changed) {
    boolean isMapping =
        changed.contains(Aspect.LAYOUTS)
            || (changed.contains(Aspect.PROGRESS)
                && sides.all().stream().anyMatch(side -> side.projection().isEmpty()));
    if (!isMapping && changed.stream().noneMatch(SHOWN::contains)) {
      return;
    }
    if (changed.contains(Aspect.RUNS)) {
      rebuild();
      comparison.data().ifPresent(data -> images.prepare(data, this::draw));
    }
    if (changed.contains(Aspect.SNAPSHOTS) || changed.contains(Aspect.PROJECTIONS)) {
      sides.realign();
      var known = new TreeSet<Integer>();
      comparison.runs().forEach(run -> known.addAll(run.snapshots().keySet()));
      track.offer(List.copyOf(known));
    }
    keepWhatCanBeShown();
  }

  private void rebuild() {
    sides.clear();
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
  }

  /// What was chosen of other runs or images may have nothing to show of these.
  private void keepWhatCanBeShown() {
    if (sides.lacks(choices.imagesProperty().get()).isPresent()) {
      choices.imagesProperty().set(ImageSet.TEST);
    }
    if (sides.lacks(choices.methodProperty().get()).isPresent()) {
      choices.methodProperty().set(MapMethod.TSNE);
    }
    if (colours.missing(choices.channelProperty().get()).isPresent()) {
      choices.channelProperty().set(Channel.LABEL);
    }
    draw();
  }

  private void project(LiveRun run) {
    sides.of(run).ifPresent(side -> desk.goOn(making.one().apply(run.id(), side.embedding())));
  }

  @FXML
  private void align() {
    var courses = new LinkedHashMap<String, List<Embedding>>();
    for (LiveRun run : comparison.runs()) {
      courses.put(run.id(), run.snapshots().values().stream().map(Snapshot::embedding).toList());
    }
    choices.imagesProperty().set(ImageSet.TEST);
    choices.methodProperty().set(MapMethod.TSNE);
    desk.goOn(making.all().apply(courses));
  }

  @FXML
  private void fit() {
    choices.viewportProperty().set(Optional.empty());
    choices.turnProperty().set(Turn.START);
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

  private void draw() {
    List<MapSide> shown = sides.all();
    placeholder.setVisible(shown.isEmpty());
    content.setVisible(!shown.isEmpty());
    if (shown.size() != panes.size()) {
      return;
    }
    selected.show(shown, this::draw);
    List<Optional<Colouring>> colourings = colours.of(shown);
    Optional<Bounds> extent = sides.extent();
    for (int i = 0; i < shown.size(); i++) {
      MapSide side = shown.get(i);
      MapPane pane = panes.get(i);
      pane.show(
          new MapPane.Shown(side.name(comparison), side, colourings.get(i), colours.name(), extent),
          shown.stream().filter(other -> other.run() != side.run()).findFirst(),
          !desk.isBusy());
      sides.moving(side).ifPresent(pane::show);
      pane.colour(selected.neighbours(i));
    }
    colours.explain(key, colourings, style.getValue());
    colours.explain(change, shown);
    align.setDisable(desk.isBusy() || track.epochsProperty().get().size() < 2);
    pairs.setDisable(selection.get().focus().isEmpty());
  }

  /// The maps on display, side by side.
  public Optional<Figure> figure() {
    List<Figure> drawn = panes.stream().flatMap(pane -> pane.figure().stream()).toList();
    return drawn.isEmpty() ? Optional.empty() : Optional.of(new Panels("", drawn, drawn.size()));
  }
}
