package coretuning.ui.compare;

import coretuning.figure.ConfusionFigure;
import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.RunNames;
import coretuning.ui.support.SampleImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The view "Confusion": of the test images of each class, how many were taken for which.
public final class ConfusionController {
  private final Comparison comparison;
  private final SampleImages images;
  private final Messages messages;
  private final FigureDesk figures;
  private final Placeholder placeholder;
  private final ConfusionGrid grid;
  private final List<Figure> drawn = new ArrayList<>();

  @FXML private StackPane root;
  @FXML private VBox content;
  @FXML private EvenRow matrices;
  @FXML private Label picked;
  @FXML private StackPane mistakes;

  public ConfusionController(
      Comparison comparison, SampleImages images, Messages messages, FigureDesk figures) {
    this.comparison = comparison;
    this.images = images;
    this.messages = messages;
    this.figures = figures;
    grid = new ConfusionGrid(messages, images);
    placeholder =
        new Placeholder(messages.text("confusion.empty"), messages.text("confusion.emptyHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    mistakes.getChildren().add(grid);
    comparison
        .selection()
        .stateProperty()
        .subscribe(state -> {
          picked.setText(
              state.count() == 0
                  ? messages.text("confusion.pick")
                  : messages.text("confusion.picked", state.count()));
          matrices.getChildren().forEach(card -> ((ConfusionCard) card).requestLayout());
        });
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
    matrices.getChildren().clear();
    drawn.clear();
    for (LiveRun run : comparison.runs()) {
      run.evaluation(Part.TEST).ifPresent(evaluation -> add(run, evaluation));
    }
    boolean empty = matrices.getChildren().isEmpty();
    placeholder.setVisible(empty);
    content.setVisible(!empty);
    grid.show(comparison);
  }

  private void add(LiveRun run, Evaluation evaluation) {
    var drawing =
        new ConfusionFigure(
            RunNames.of(run, comparison),
            evaluation.confusion(),
            images.names(run.spec().data(), evaluation.confusion().length));
    drawn.add(drawing);
    matrices
        .getChildren()
        .add(new ConfusionCard(figures.view(), drawing, run, comparison.selection()));
  }

  /// The confusions on display, side by side.
  public Optional<Figure> figure() {
    return drawn.isEmpty() ? Optional.empty() : Optional.of(new Panels("", drawn, drawn.size()));
  }
}
