package coretuning.ui.compare;

import coretuning.figure.CurveFigure;
import coretuning.figure.Figure;
import coretuning.figure.Series;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigurePoint;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.RunNames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/// Curves of one measure for all runs on display, the choice of the measure and of the scale, and
/// the numbers of every run at the epoch under the pointer, whichever pane that is over.
final class CurvePane extends VBox {
  private final Comparison comparison;
  private final Messages messages;
  private final ObjectProperty<OptionalDouble> epoch;
  private final ComboBox<Measure> measure = new ComboBox<>();
  private final ToggleButton logarithmic = new ToggleButton();
  private final Label reading = new Label();
  private final Line cursor = new Line();
  private final FigureView view;
  private final Placeholder placeholder;
  private Optional<CurveFigure> figure = Optional.empty();
  private double smoothing;

  /// @param epoch under the pointer, shared by all panes; empty while it is elsewhere
  CurvePane(
      Comparison comparison,
      Messages messages,
      FigureDesk figures,
      Measure initial,
      ObjectProperty<OptionalDouble> epoch) {
    this.comparison = comparison;
    this.messages = messages;
    this.epoch = epoch;
    view = figures.view();
    view.setOnExport(shown -> figure().ifPresent(figures.export()));
    placeholder = new Placeholder(messages.text("curve.none"), messages.text("curve.noneHint"));
    getStyleClass().add("figure-card");
    measure.getItems().setAll(Measure.values());
    measure.setConverter(messages.texts("measure."));
    measure.setValue(initial);
    measure.setAccessibleText(messages.text("curve.measure"));
    measure.valueProperty().subscribe(chosen -> draw());
    logarithmic.setText(messages.text("curve.log"));
    logarithmic.setTooltip(new Tooltip(messages.text("curve.log.help")));
    logarithmic.getStyleClass().add("small");
    logarithmic.selectedProperty().subscribe(chosen -> draw());
    reading.getStyleClass().addAll("muted", "small");
    var choice = new HBox(measure, logarithmic, reading);
    choice.getStyleClass().add("toolbar");
    choice.setAlignment(Pos.CENTER_LEFT);
    cursor.getStyleClass().add("curve-cursor");
    cursor.setVisible(false);
    var overlay = new Pane(cursor);
    overlay.setMouseTransparent(true);
    var picture = new StackPane(view, overlay, placeholder);
    picture.setMinHeight(160);
    setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(choice, picture);
    view.setOnHovered(this::hover);
    view.setOnLeft(() -> epoch.set(OptionalDouble.empty()));
    epoch.subscribe(pointed -> read());
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
                    "", xLabel(), yLabel(), series, smoothing, logarithmic.isSelected()));
    placeholder.setVisible(series.isEmpty());
    view.setVisible(!series.isEmpty());
    figure.ifPresent(view::setFigure);
    read();
  }

  private String xLabel() {
    return messages.text(measure.getValue() == Measure.STEP_LOSS ? "axis.step" : "axis.epoch");
  }

  private String yLabel() {
    return messages.text("axis." + measure.getValue().name());
  }

  private void hover(FigurePoint point) {
    epoch.set(
        figure
            .filter(drawn -> measure.getValue() != Measure.STEP_LOSS)
            .map(
                drawn -> drawn.xAt(point.x(), point.width(), point.height(), view.getFigureStyle()))
            .orElse(OptionalDouble.empty()));
  }

  /// Writes the numbers at the epoch under the pointer and marks it on the curves.
  private void read() {
    OptionalDouble pointed =
        measure.getValue() == Measure.STEP_LOSS ? OptionalDouble.empty() : epoch.get();
    reading.setText("");
    cursor.setVisible(pointed.isPresent() && figure.isPresent());
    if (pointed.isEmpty() || figure.isEmpty()) {
      return;
    }
    double x = pointed.getAsDouble();
    CurveFigure.Column column =
        figure.get().column(x, view.getWidth(), view.getHeight(), view.getFigureStyle());
    cursor.setStartX(column.x());
    cursor.setEndX(column.x());
    cursor.setStartY(column.top());
    cursor.setEndY(column.bottom());
    reading.setText(
        messages.text(
            "curve.reading",
            Math.round(x),
            figure.get().series().stream()
                .flatMap(each -> value(each, x))
                .collect(Collectors.joining("   "))));
  }

  private static Stream<String> value(Series series, double x) {
    for (int i = 0; i < series.x().length; i++) {
      if (series.x()[i] == x) {
        return Stream.of(series.name() + " " + Numbers.significant(series.y()[i]));
      }
    }
    return Stream.empty();
  }

  /// What the pane shows.
  Optional<Figure> figure() {
    return figure.map(Figure.class::cast);
  }
}
