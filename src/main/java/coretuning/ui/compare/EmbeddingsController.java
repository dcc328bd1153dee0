package coretuning.ui.compare;

import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.job.Job;
import coretuning.result.Embedding;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The view "Embeddings": the runs' maps side by side, at one epoch, with one selected sample.
public final class EmbeddingsController {
  private static final Set<Aspect> SHOWN =
      EnumSet.of(
          Aspect.RUNS, Aspect.STATE, Aspect.SNAPSHOTS, Aspect.PROJECTIONS, Aspect.EVALUATIONS);

  private final Comparison comparison;
  private final JobDesk desk;
  private final SampleImages images;
  private final Messages messages;
  private final FigureDesk figures;
  private final BiFunction<String, Embedding, Job> projecting;
  private final Runnable showPairs;
  private final Placeholder placeholder;
  private final List<MapPane> panes = new ArrayList<>();
  private List<Integer> epochs = List.of();

  @FXML private StackPane root;
  @FXML private VBox content;
  @FXML private ComboBox<String> epoch;
  @FXML private EvenRow maps;
  @FXML private HBox selection;
  @FXML private Label selectionHint;
  @FXML private Button pairs;

  /// @param projecting makes the job that maps an embedding of a run
  /// @param showPairs brings the pair of the selected sample to the front
  public EmbeddingsController(
      Comparison comparison,
      JobDesk desk,
      SampleImages images,
      Messages messages,
      FigureDesk figures,
      BiFunction<String, Embedding, Job> projecting,
      Runnable showPairs) {
    this.comparison = comparison;
    this.desk = desk;
    this.images = images;
    this.messages = messages;
    this.figures = figures;
    this.projecting = projecting;
    this.showPairs = showPairs;
    placeholder =
        new Placeholder(messages.text("embeddings.empty"), messages.text("embeddings.emptyHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    epoch.getSelectionModel().selectedIndexProperty().subscribe(index -> draw());
    comparison.selectedProperty().subscribe(sample -> draw());
    comparison.listen(this::refresh);
    desk.stateProperty().subscribe(state -> draw());
    refresh(SHOWN);
  }

  private void refresh(Set<Aspect> changed) {
    boolean mapping = changed.contains(Aspect.PROGRESS) && anySideWithoutMap();
    if (!mapping && changed.stream().noneMatch(SHOWN::contains)) {
      return;
    }
    if (changed.contains(Aspect.RUNS)) {
      rebuild();
      comparison.data().ifPresent(data -> images.prepare(data, this::draw));
    }
    if (changed.contains(Aspect.SNAPSHOTS)) {
      offerEpochs();
    }
    draw();
  }

  private boolean anySideWithoutMap() {
    return sides().stream().anyMatch(side -> side.projection().isEmpty());
  }

  private void rebuild() {
    panes.clear();
    maps.getChildren().clear();
    for (LiveRun run : comparison.runs()) {
      var pane =
          new MapPane(
              images,
              messages,
              figures,
              sample -> comparison.selectedProperty().set(Optional.of(sample)),
              () -> project(run));
      panes.add(pane);
      maps.getChildren().add(pane);
    }
  }

  private void project(LiveRun run) {
    side(run).ifPresent(side -> desk.goOn(projecting.apply(run.id(), side.embedding())));
  }

  private void offerEpochs() {
    var known = new TreeSet<Integer>();
    comparison.runs().forEach(run -> known.addAll(run.snapshots().keySet()));
    epochs = List.copyOf(known);
    var texts = new ArrayList<String>();
    texts.add(messages.text("epoch.newest"));
    epochs.forEach(each ->
        texts.add(each == 0 ? messages.text("epoch.before") : messages.text("epoch.after", each)));
    int chosen = Math.max(0, epoch.getSelectionModel().getSelectedIndex());
    epoch.getItems().setAll(texts);
    epoch.getSelectionModel().select(Math.min(chosen, texts.size() - 1));
  }

  private Optional<MapSide> side(LiveRun run) {
    int index = epoch.getSelectionModel().getSelectedIndex();
    Optional<MapSide> side =
        index <= 0 || index > epochs.size()
            ? MapSide.newest(run)
            : MapSide.at(run, epochs.get(index - 1));
    return side.map(own -> own.withMapOf(comparison.runs()));
  }

  private List<MapSide> sides() {
    return comparison.runs().stream().flatMap(run -> side(run).stream()).toList();
  }

  private void draw() {
    List<LiveRun> runs = comparison.runs();
    List<MapSide> sides = sides();
    placeholder.setVisible(sides.isEmpty());
    content.setVisible(!sides.isEmpty());
    Optional<Integer> selected = comparison.selectedProperty().get();
    for (int i = 0; i < Math.min(panes.size(), runs.size()); i++) {
      LiveRun run = runs.get(i);
      MapPane pane = panes.get(i);
      Optional<MapSide> side = side(run);
      pane.setVisible(side.isPresent());
      side.ifPresent(shown ->
          pane.show(
              RunNames.of(run, comparison),
              shown,
              sides.stream().filter(other -> other.run() != run).findFirst(),
              selected,
              !desk.isBusy()));
    }
    showSelection(sides, selected);
  }

  /// The selected sample below the maps: what each run took it for.
  private void showSelection(List<MapSide> sides, Optional<Integer> selected) {
    selection.getChildren().clear();
    for (MapSide side : sides) {
      int row = selected.map(side::row).orElse(-1);
      if (row >= 0) {
        var card = new SampleCard(images, messages);
        card.show(side.run().spec().data(), side.embedding(), row);
        card.caption(RunNames.of(side.run(), comparison));
        selection.getChildren().add(card);
      }
    }
    boolean some = !selection.getChildren().isEmpty();
    selectionHint.setVisible(!some);
    selectionHint.setManaged(!some);
    pairs.setDisable(!some);
  }

  @FXML
  private void showPairs() {
    showPairs.run();
  }

  /// The maps on display, side by side.
  public Optional<Figure> figure() {
    var drawn = new ArrayList<Figure>();
    List<LiveRun> runs = comparison.runs();
    for (int i = 0; i < Math.min(panes.size(), runs.size()); i++) {
      panes.get(i).figure(RunNames.of(runs.get(i), comparison)).ifPresent(drawn::add);
    }
    return drawn.isEmpty() ? Optional.empty() : Optional.of(new Panels("", drawn, drawn.size()));
  }
}
