package coretuning.ui.pairs;

import coretuning.figure.Figure;
import coretuning.figure.FocalHeatFigure;
import coretuning.figure.NoDataFigure;
import coretuning.gallery.WeightFigures;
import coretuning.result.FocalWeight;
import coretuning.spec.DataSpec;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.StatusLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tab;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The view "Focal weights": which anchors are hard now, how all weights went over the epochs, and
/// which anchors stay hard.
public final class WeightsController {
  private final Comparison comparison;
  private final SampleImages images;
  private final Messages messages;
  private final Surroundings surroundings;
  private final Runnable showPairs;
  private final WeightsModel model;
  private final AnchorGrid newest;
  private final HeatMapPane heat;
  private final FigureView distribution;
  private final FigureView classes;
  private final HardAnchors hard;
  private final Placeholder placeholder;
  private List<Integer> labels = List.of();
  private boolean isFilling;
  private long asked;

  @FXML private StackPane root;
  @FXML private VBox content;
  @FXML private ComboBox<String> weightsRun;
  @FXML private ComboBox<String> label;
  @FXML private Button pair;
  @FXML private Tab heatTab;
  @FXML private Tab distributionTab;
  @FXML private Tab classesTab;
  @FXML private StackPane newestPane;
  @FXML private StackPane heatPane;
  @FXML private StackPane distributionPane;
  @FXML private StackPane classesPane;
  @FXML private StackPane hardPane;

  /// What the view takes from the window.
  ///
  /// @param files asks where a list shall go
  /// @param sampleFiles file of a sample, if it has its own; called beside the JavaFX thread
  /// @param background follows the anchors and writes lists
  /// @param status is told what was written and what goes wrong
  public record Surroundings(
      FileChoice files,
      BiFunction<DataSpec, Integer, Optional<String>> sampleFiles,
      Background background,
      StatusLine status) {}

  /// @param showPairs brings the pair of the selected anchor to the front
  public WeightsController(
      Comparison comparison,
      SampleImages images,
      Messages messages,
      FigureDesk figures,
      Surroundings surroundings,
      Runnable showPairs) {
    this.comparison = comparison;
    this.images = images;
    this.messages = messages;
    this.surroundings = surroundings;
    this.showPairs = showPairs;
    model = new WeightsModel(comparison);
    newest = new AnchorGrid(model, images, messages, figures, this::open);
    heat = new HeatMapPane(model, images, messages, figures, this::choose, this::drawHeat);
    distribution = figures.view();
    classes = figures.view();
    hard =
        new HardAnchors(model, images, messages, surroundings, course -> choose(course.sample()));
    placeholder =
        new Placeholder(messages.text("weights.empty"), messages.text("weights.emptyHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    newestPane.getChildren().setAll(newest);
    heatPane.getChildren().setAll(heat);
    distributionPane.getChildren().setAll(distribution);
    classesPane.getChildren().setAll(classes);
    hardPane.getChildren().setAll(hard);
    weightsRun
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe(index -> chooseRun(index.intValue()));
    label.getSelectionModel().selectedIndexProperty().subscribe(index -> filter(index.intValue()));
    comparison
        .selectedProperty()
        .subscribe(sample -> {
          pair.setDisable(sample.isEmpty());
          drawHeat();
        });
    comparison.listen(this::refresh);
    refresh(Set.of(Aspect.RUNS));
  }

  private void open(FocalWeight weight) {
    choose(weight.sample());
    showPairs.run();
  }

  private void choose(int sample) {
    comparison.selectedProperty().set(Optional.of(sample));
  }

  @FXML
  private void showPair() {
    showPairs.run();
  }

  private void chooseRun(int position) {
    if (!isFilling && position >= 0) {
      model.choose(position);
      follow();
      fill();
    }
  }

  private void filter(int index) {
    if (!isFilling) {
      model.filter(index > 0 ? OptionalInt.of(labels.get(index - 1)) : OptionalInt.empty());
      draw();
    }
  }

  private void refresh(Set<Aspect> changed) {
    if (!changed.contains(Aspect.RUNS) && !changed.contains(Aspect.SNAPSHOTS)) {
      return;
    }
    model.refresh();
    boolean empty = model.run().isEmpty();
    placeholder.setVisible(empty);
    content.setVisible(!empty);
    follow();
    fill();
  }

  /// Only the newest wish counts: following many anchors takes longer than choosing anew.
  private void follow() {
    long own = ++asked;
    model
        .following()
        .ifPresent(work ->
            surroundings
                .background()
                .run(
                    work,
                    found -> {
                      if (own == asked) {
                        model.follow(found);
                        fill();
                      }
                    },
                    surroundings.status()::fail));
  }

  private void fill() {
    isFilling = true;
    weightsRun.getItems().setAll(model.runNames());
    weightsRun.getSelectionModel().select(model.position());
    isFilling = false;
    Optional<DataSpec> data = model.run().map(run -> run.spec().data());
    data.ifPresent(known -> images.prepare(known, () -> nameClasses(known)));
    draw();
  }

  private void nameClasses(DataSpec data) {
    var names = new ArrayList<String>(List.of(messages.text("weights.allClasses")));
    labels = model.labels();
    labels.forEach(each -> names.add(images.name(data, each)));
    if (!label.getItems().equals(names)) {
      label.getItems().setAll(names);
      label.getSelectionModel().selectFirst();
    }
    draw();
  }

  private void draw() {
    if (model.run().isEmpty()) {
      return;
    }
    newest.show();
    drawHeat();
    distribution.setFigure(orWaiting(figures().map(WeightFigures::distribution)));
    classes.setFigure(orWaiting(figures().map(WeightFigures::byClass)));
    hard.show();
  }

  private void drawHeat() {
    heat.show(heatMap());
  }

  private Figure orWaiting(Optional<Figure> figure) {
    return figure.orElseGet(() -> new NoDataFigure(messages.text("weights.following")));
  }

  private Optional<WeightFigures> figures() {
    return model.figures(count -> images.names(model.run().orElseThrow().spec().data(), count));
  }

  private Optional<FocalHeatFigure> heatMap() {
    Optional<Integer> selected = comparison.selectedProperty().get();
    return figures()
        .map(each ->
            each.heatMap(model.rows(), selected.map(OptionalInt::of).orElse(OptionalInt.empty())));
  }

  /// What is in front: a figure over the epochs, or the hardest anchors on display beside the
  /// histogram of their weights.
  public void figure(Consumer<Optional<Figure>> use) {
    if (heatTab.isSelected()) {
      use.accept(heatMap().map(each -> each));
    } else if (distributionTab.isSelected()) {
      use.accept(figures().map(WeightFigures::distribution));
    } else if (classesTab.isSelected()) {
      use.accept(figures().map(WeightFigures::byClass));
    } else {
      newest.figure(use);
    }
  }
}
