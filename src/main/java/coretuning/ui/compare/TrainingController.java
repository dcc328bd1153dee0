package coretuning.ui.compare;

import coretuning.figure.Figure;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The view "Training": curves of the runs while they train, and their results.
public final class TrainingController {
  private static final Set<Aspect> NUMBERS =
      EnumSet.of(Aspect.RUNS, Aspect.STATE, Aspect.METRICS, Aspect.SNAPSHOTS, Aspect.EVALUATIONS);

  private final Comparison comparison;
  private final Messages messages;
  private final CurvePane first;
  private final CurvePane second;
  private final ResultGrid results;
  private final Placeholder placeholder;

  @FXML private StackPane root;
  @FXML private VBox content;
  @FXML private Label heading;
  @FXML private Slider smoothing;
  @FXML private EvenRow curves;
  @FXML private StackPane resultPane;

  public TrainingController(Comparison comparison, Messages messages, FigureDesk figures) {
    this.comparison = comparison;
    this.messages = messages;
    first = new CurvePane(comparison, messages, figures, Measure.LOSS);
    second = new CurvePane(comparison, messages, figures, Measure.TRAIN_TOP1);
    results = new ResultGrid(messages);
    placeholder =
        new Placeholder(messages.text("training.empty"), messages.text("training.emptyHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    curves.getChildren().addAll(first, second);
    resultPane.getChildren().add(results);
    smoothing
        .valueProperty()
        .subscribe(factor -> {
          first.smooth(factor.doubleValue());
          second.smooth(factor.doubleValue());
        });
    comparison.listen(this::refresh);
    refresh(NUMBERS);
  }

  private void refresh(Set<Aspect> changed) {
    if (changed.stream().noneMatch(NUMBERS::contains)) {
      return;
    }
    boolean empty = comparison.runs().isEmpty();
    placeholder.setVisible(empty);
    content.setVisible(!empty);
    heading.setText(heading());
    if (changed.contains(Aspect.RUNS) || changed.contains(Aspect.METRICS)) {
      first.draw();
      second.draw();
    }
    results.show(comparison);
  }

  private String heading() {
    return comparison
        .run(0)
        .map(run ->
            messages.text(
                "training.heading",
                run.provenance().device(),
                run.provenance().engine(),
                run.spec().seed()))
        .orElse("");
  }

  /// The curve at the left.
  public Optional<Figure> figure() {
    return first.figure();
  }
}
