package coretuning.ui.pretrain;

import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.figure.PretrainingFigure;
import coretuning.figure.PretrainingFigure.Curve;
import coretuning.result.RunEvent;
import coretuning.spec.Architecture;
import coretuning.spec.Pretraining;
import coretuning.store.RunStore;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.StatusLine;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The view "Pre-training": how a run goes, and what can be done with it.
public final class PretrainController {
  private static final List<Curve> CURVES =
      List.of(
          Curve.LOSS,
          Curve.PROXY,
          Curve.PROBES,
          Curve.FALSE_NEGATIVES,
          Curve.ALIGNMENT,
          Curve.UNIFORMITY,
          Curve.DEVIATION,
          Curve.RANK);
  private static final Set<Aspect> DRAWN =
      EnumSet.of(Aspect.RUNS, Aspect.METRICS, Aspect.DIAGNOSTICS);

  /// What the view shares with others.
  ///
  /// @param background reads files beside the JavaFX thread
  public record Surroundings(
      Comparison comparison,
      JobDesk desk,
      Messages messages,
      FigureDesk figures,
      SampleImages images,
      RunStore store,
      Background background,
      StatusLine status) {}

  /// What the view asks of the window.
  ///
  /// @param resuming puts the run of that id on display and lets it go on
  /// @param fineTuning takes architecture and file of a backbone to the form of fine-tuning
  public record Ways(Consumer<String> resuming, BiConsumer<Architecture, Path> fineTuning) {}

  private final Surroundings with;
  private final Ways ways;
  private final Messages messages;
  private final PretrainModel model;
  private final CurveCards curves;
  private final CurveCards hardness;
  private final FigureView trail;
  private final QueryPane queries;
  private final SweepPane sweep;
  private final AugmentationPane augmentation;
  private final Placeholder placeholder;

  @FXML private Label heading;
  @FXML private Label progressLabel;
  @FXML private ProgressBar progressBar;
  @FXML private Button resume;
  @FXML private Button fineTune;
  @FXML private VBox warningCard;
  @FXML private VBox warnings;
  @FXML private TabPane details;
  @FXML private StackPane curveStack;
  @FXML private ScrollPane curvePane;
  @FXML private Tab hardTab;
  @FXML private Tab queryTab;
  @FXML private Tab trailTab;
  @FXML private Tab sweepTab;
  @FXML private Tab augmentationTab;

  /// @param described what the form describes; empty while a field is wrong
  public PretrainController(
      Surroundings with,
      Ways ways,
      PretrainEquipment equipment,
      ReadOnlyObjectProperty<Optional<Pretraining>> described) {
    this.with = with;
    this.ways = ways;
    messages = with.messages();
    model = new PretrainModel(with.comparison());
    curves = new CurveCards(CURVES, with.figures(), messages);
    hardness =
        new CurveCards(List.of(Curve.MATCHING, Curve.FALSE_NEGATIVES), with.figures(), messages);
    queries =
        new QueryPane(with.figures(), messages, with.images(), with.background(), with.status());
    sweep = new SweepPane(with.figures(), messages, with.store(), with.background(), with.status());
    augmentation =
        new AugmentationPane(
            described, equipment.views(), with.figures(), messages, with.background());
    trail = with.figures().view();
    placeholder =
        new Placeholder(messages.text("pretrain.empty"), messages.text("pretrain.emptyHint"));
  }

  @FXML
  private void initialize() {
    curveStack.getChildren().add(placeholder);
    curvePane.setContent(curves.node());
    hardTab.setContent(new StackPane(hardness.node()));
    hardTab.getContent().getStyleClass().add("card-pane");
    queryTab.setContent(queries);
    trailTab.setContent(trailPane());
    sweepTab.setContent(sweep);
    augmentationTab.setContent(augmentation);
    augmentationTab.selectedProperty().subscribe(augmentation::setShown);
    sweepTab.selectedProperty().subscribe(sweep::setShown);
    warningCard.managedProperty().bind(warningCard.visibleProperty());
    progressBar.managedProperty().bind(progressBar.visibleProperty());
    with.comparison().listen(this::refresh);
    with.desk().stateProperty().subscribe(state -> head());
    refresh(EnumSet.allOf(Aspect.class));
  }

  private StackPane trailPane() {
    var about = new Label(messages.text("pretrain.trail.about"));
    about.setWrapText(true);
    about.setMinHeight(Label.USE_PREF_SIZE);
    about.getStyleClass().addAll("muted", "small");
    VBox.setVgrow(trail, Priority.ALWAYS);
    var card = new VBox(trail, about);
    card.getStyleClass().add("figure-card");
    var pane = new StackPane(card);
    pane.getStyleClass().add("card-pane");
    return pane;
  }

  private void refresh(Set<Aspect> changed) {
    head();
    if (changed.stream().anyMatch(DRAWN::contains)) {
      curves.show(model.figure());
      hardness.show(model.figure());
      trail.setFigure(model.trails());
      queries.show(model.runs(), model.names());
    }
    if (changed.contains(Aspect.RUNS) || changed.contains(Aspect.DIAGNOSTICS)) {
      showWarnings();
    }
  }

  private void head() {
    Optional<LiveRun> run = model.newest();
    placeholder.setVisible(run.isEmpty());
    curvePane.setVisible(run.isPresent());
    heading.setText(run.map(this::heading).orElseGet(() -> messages.text("pretrain.empty")));
    Optional<RunEvent.Progress> progress =
        with.desk().isBusy() ? model.progress() : Optional.empty();
    progressLabel.setText(
        progress.map(this::text).orElseGet(() -> run.map(this::state).orElse("")));
    progressBar.setVisible(progress.isPresent());
    progress.ifPresent(each ->
        progressBar.setProgress(
            each.total() > 0
                ? (double) each.done() / each.total()
                : ProgressBar.INDETERMINATE_PROGRESS));
    resume.setDisable(with.desk().isBusy() || !model.canResume());
    fineTune.setDisable(!model.canFineTune());
  }

  private String heading(LiveRun run) {
    var spec = (Pretraining) run.spec();
    return messages.text(
        "pretrain.heading",
        PretrainModel.name(spec),
        spec.architecture().label(),
        Path.of(spec.data().root()).getFileName(),
        spec.train().epochs(),
        spec.train().batchSize(),
        spec.seed());
  }

  private String state(LiveRun run) {
    return messages.text(
        "pretrain.state",
        messages.text("state." + run.state().name()),
        run.epochs().isEmpty() ? 0 : run.epochs().getLast().epoch(),
        run.spec().train().epochs());
  }

  private String text(RunEvent.Progress progress) {
    String rate =
        Double.isNaN(progress.imagesPerSecond())
            ? ""
            : messages.text(
                "status.rate", String.format(Locale.ROOT, "%,.0f", progress.imagesPerSecond()));
    String left =
        Double.isNaN(progress.secondsLeft())
            ? ""
            : messages.text("status.left", Numbers.duration(progress.secondsLeft()));
    return progress.doing() + rate + left;
  }

  private void showWarnings() {
    warnings.getChildren().clear();
    model
        .warnings()
        .forEach(warning -> {
          var label =
              new Label(
                  warning.epoch() == 0
                      ? warning.text()
                      : messages.text("pretrain.warning", warning.epoch(), warning.text()));
          label.setWrapText(true);
          label.setMinHeight(Label.USE_PREF_SIZE);
          warnings.getChildren().add(label);
        });
    warningCard.setVisible(!warnings.getChildren().isEmpty());
  }

  @FXML
  private void resume() {
    model.newest().map(LiveRun::id).ifPresent(ways.resuming());
  }

  /// Looks for the newest weights of the run and hands them to the form of fine-tuning.
  @FXML
  private void fineTune() {
    model
        .newest()
        .ifPresent(run ->
            with.background()
                .run(
                    () -> with.store().open(run.id()).pretrained(),
                    file ->
                        ways.fineTuning().accept(((Pretraining) run.spec()).architecture(), file),
                    with.status()::fail));
  }

  /// The figure on display.
  public Optional<Figure> figure() {
    Tab front = details.getSelectionModel().getSelectedItem();
    if (front.equals(queryTab)) {
      return queries.figure();
    }
    if (front.equals(sweepTab)) {
      return sweep.figure();
    }
    if (front.equals(augmentationTab)) {
      return augmentation.figure();
    }
    PretrainingFigure drawn = model.figure();
    if (!drawn.hasData()) {
      return Optional.empty();
    }
    if (front.equals(trailTab)) {
      return Optional.of(model.trails());
    }
    return Optional.of(
        front.equals(hardTab)
            ? new Panels(
                "", List.of(drawn.panel(Curve.MATCHING), drawn.panel(Curve.FALSE_NEGATIVES)), 2)
            : drawn);
  }
}
