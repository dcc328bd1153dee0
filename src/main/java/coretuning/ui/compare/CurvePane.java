package coretuning.ui.compare;

import coretuning.figure.CurveFigure;
import coretuning.figure.Figure;
import coretuning.figure.Series;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Curves of one measure for all runs on display, and the choice of the measure.
final class CurvePane extends VBox {
  private final Comparison comparison;
  private final Messages messages;
  private final ComboBox<Measure> measure = new ComboBox<>();
  private final FigureView view;
  private final Placeholder placeholder;
  private Optional<Figure> figure = Optional.empty();
  private double smoothing;

  CurvePane(Comparison comparison, Messages messages, FigureDesk figures, Measure initial) {
    this.comparison = comparison;
    this.messages = messages;
    view = figures.view();
    placeholder = new Placeholder(messages.text("curve.none"), messages.text("curve.noneHint"));
    getStyleClass().add("figure-card");
    measure.getItems().setAll(Measure.values());
    measure.setConverter(messages.texts("measure."));
    measure.setValue(initial);
    measure.valueProperty().subscribe(chosen -> draw());
    var choice = new HBox(measure);
    choice.setAlignment(Pos.CENTER_LEFT);
    var picture = new StackPane(view, placeholder);
    picture.setMinHeight(160);
    setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(choice, picture);
  }

  /// Sets the factor of the exponential mean in [0, 0.999].
  void smooth(double factor) {
    smoothing = factor;
    draw();
  }

  /// Draws what the runs now have.
  void draw() {
    Measure shown = measure.getValue();
    List<Series> series =
        comparison.runs().stream()
            .flatMap(run -> shown.series(run, RunNames.of(run, comparison)).stream())
            .toList();
    figure =
        series.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new CurveFigure(
                    "",
                    messages.text(shown == Measure.STEP_LOSS ? "axis.step" : "axis.epoch"),
                    messages.text("axis." + shown.name()),
                    series,
                    smoothing,
                    false));
    placeholder.setVisible(series.isEmpty());
    view.setVisible(!series.isEmpty());
    figure.ifPresent(view::setFigure);
  }

  Optional<Figure> figure() {
    return figure;
  }
}
