package coretuning.ui.compare;

import coretuning.figure.ConfusionFigure;
import coretuning.figure.Figure;
import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// The view "Confusion": of the test images of each class, how many were taken for which.
public final class ConfusionController {
  private final Comparison comparison;
  private final SampleImages images;
  private final FigureDesk figures;
  private final Placeholder placeholder;
  private Optional<Figure> figure = Optional.empty();

  @FXML private StackPane root;
  @FXML private HBox content;

  public ConfusionController(
      Comparison comparison, SampleImages images, Messages messages, FigureDesk figures) {
    this.comparison = comparison;
    this.images = images;
    this.figures = figures;
    placeholder =
        new Placeholder(messages.text("confusion.empty"), messages.text("confusion.emptyHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    comparison.listen(this::refresh);
    refresh(Set.of(Aspect.RUNS));
  }

  private void refresh(Set<Aspect> changed) {
    if (changed.contains(Aspect.RUNS) || changed.contains(Aspect.EVALUATIONS)) {
      draw();
      comparison.data().ifPresent(data -> images.prepare(data, this::draw));
    }
  }

  private void draw() {
    content.getChildren().clear();
    figure = Optional.empty();
    for (LiveRun run : comparison.runs()) {
      run.evaluation(Part.TEST).ifPresent(evaluation -> add(run, evaluation));
    }
    placeholder.setVisible(content.getChildren().isEmpty());
  }

  private void add(LiveRun run, Evaluation evaluation) {
    var drawing =
        new ConfusionFigure(
            RunNames.of(run, comparison),
            evaluation.confusion(),
            images.names(run.spec().data(), evaluation.confusion().length));
    figure = figure.or(() -> Optional.of(drawing));
    FigureView view = figures.view();
    view.setFigure(drawing);
    var card = new StackPane(view);
    card.getStyleClass().add("figure-card");
    card.setPrefWidth(1);
    HBox.setHgrow(card, Priority.ALWAYS);
    content.getChildren().add(card);
  }

  /// The first run's confusion.
  public Optional<Figure> figure() {
    return figure;
  }
}
