package coretuning.ui.compare;

import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SpecDifference;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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
  private final Label differences = new Label();
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
    ObjectProperty<Optional<Pointed>> pointed =
        new SimpleObjectProperty<>(this, "pointed", Optional.empty());
    first = new CurvePane(comparison, messages, figures, Measure.TERMS, pointed);
    second = new CurvePane(comparison, messages, figures, Measure.TRAIN_TOP1, pointed);
    results = new ResultGrid(messages);
    placeholder =
        new Placeholder(messages.text("training.empty"), messages.text("training.emptyHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    curves.getChildren().addAll(first, second);
    differences.setWrapText(true);
    differences.getStyleClass().addAll("muted", "small", "difference-line");
    differences.managedProperty().bind(differences.textProperty().isNotEmpty());
    resultPane.getChildren().add(new VBox(results, differences));
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
    differences.setText(differences());
  }

  /// In what the runs on display differ, in a line.
  private String differences() {
    List<LiveRun> runs = comparison.runs();
    if (runs.size() < 2) {
      return "";
    }
    List<String> settings =
        SpecDifference.among(runs.stream().map(LiveRun::spec).toList()).stream()
            .map(each ->
                messages.text(
                    "training.difference", each.name(messages), String.join(" | ", each.values())))
            .toList();
    return settings.isEmpty()
        ? messages.text("runs.alike")
        : messages.text("training.differ", String.join(";  ", settings));
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

  /// The curves on display, side by side.
  public Optional<Figure> figure() {
    List<Figure> drawn = Stream.of(first, second).flatMap(pane -> pane.figure().stream()).toList();
    return drawn.size() < 2
        ? drawn.stream().findFirst()
        : Optional.of(new Panels("", drawn, drawn.size()));
  }
}
