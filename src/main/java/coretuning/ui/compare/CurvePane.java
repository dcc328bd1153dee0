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
/// the numbers of every run at the epoch or step under the pointer, whichever pane that is over.
final class CurvePane extends VBox {
  private static final double GAP = 8;

  private final Comparison comparison;
  private final Messages messages;
  private final ObjectProperty<Optional<Pointed>> pointed;
  private final ComboBox<Measure> measure = new ComboBox<>();
  private final ToggleButton logarithmic = new ToggleButton();
  private final Label reading = new Label();
  private final Line cursor = new Line();
  private final FigureView view;
  private final Placeholder placeholder;
  private Optional<CurveFigure> figure = Optional.empty();
  private double smoothing;

  /// @param pointed moment under the pointer, shared by all panes; empty while it is elsewhere
  CurvePane(
      Comparison comparison,
      Messages messages,
      FigureDesk figures,
      Measure initial,
      ObjectProperty<Optional<Pointed>> pointed) {
    this.comparison = comparison;
    this.messages = messages;
    this.pointed = pointed;
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
    reading.getStyleClass().addAll("popup-card", "small");
    reading.setVisible(false);
    var choice = new HBox(measure, logarithmic);
    choice.getStyleClass().add("toolbar");
    choice.setAlignment(Pos.CENTER_LEFT);
    cursor.getStyleClass().add("curve-cursor");
    cursor.setVisible(false);
    reading.setManaged(false);
    var overlay = new Pane(cursor, reading);
    overlay.setMouseTransparent(true);
    var picture = new StackPane(view, overlay, placeholder);
    picture.setMinHeight(160);
    setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(choice, picture);
    view.setOnHovered(this::hover);
    view.setOnLeft(() -> pointed.set(Optional.empty()));
    pointed.subscribe(moment -> read());
    view.layoutBoundsProperty().subscribe(size -> read());
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

  private boolean isOverSteps() {
    return measure.getValue() == Measure.STEP_LOSS;
  }

  private void hover(FigurePoint point) {
    OptionalDouble x =
        figure
            .map(
                drawn -> drawn.xAt(point.x(), point.width(), point.height(), view.getFigureStyle()))
            .orElse(OptionalDouble.empty());
    pointed.set(
        x.isEmpty()
            ? Optional.empty()
            : isOverSteps()
                ? ofStep(x.getAsDouble())
                : Optional.of(new Pointed(x.getAsDouble(), OptionalDouble.empty())));
  }

  private Optional<Pointed> ofStep(double step) {
    return comparison.runs().stream()
        .flatMapToInt(run -> run.steps().epochAt(step).stream())
        .mapToObj(epoch -> new Pointed(epoch, OptionalDouble.of(step)))
        .findFirst();
  }

  /// Where the moment lies on this pane's axis; empty if it has no such step yet.
  private OptionalDouble place(Pointed moment) {
    if (!isOverSteps()) {
      return OptionalDouble.of(moment.epoch());
    }
    return moment.step().isPresent()
        ? moment.step()
        : comparison.runs().stream()
            .flatMapToDouble(run -> run.steps().lastStepOf(moment.epoch()).stream())
            .findFirst();
  }

  /// Writes the numbers at the moment under the pointer beside it and marks it on the curves.
  private void read() {
    OptionalDouble x =
        pointed
            .get()
            .map(this::place)
            .filter(at -> figure.isPresent())
            .orElse(OptionalDouble.empty());
    cursor.setVisible(x.isPresent());
    reading.setVisible(x.isPresent());
    if (x.isEmpty()) {
      return;
    }
    CurveFigure drawn = figure.orElseThrow();
    CurveFigure.Column column =
        drawn.column(x.getAsDouble(), view.getWidth(), view.getHeight(), view.getFigureStyle());
    cursor.setStartX(column.x());
    cursor.setEndX(column.x());
    cursor.setStartY(column.top());
    cursor.setEndY(column.bottom());
    reading.setText(text(drawn, x.getAsDouble()));
    placeReading(column);
  }

  private String text(CurveFigure drawn, double x) {
    long epoch = Math.round(pointed.get().orElseThrow().epoch());
    String head =
        isOverSteps()
            ? messages.text("curve.step", Math.round(x), epoch)
            : messages.text("curve.epoch", epoch);
    return Stream.concat(Stream.of(head), drawn.series().stream().flatMap(each -> value(each, x)))
        .collect(Collectors.joining("\n"));
  }

  /// Right of the line, or left of it where the right has no room; never outside the picture.
  private void placeReading(CurveFigure.Column column) {
    reading.applyCss();
    reading.autosize();
    double width = reading.getWidth();
    boolean isRight = column.x() + GAP + width <= view.getWidth();
    reading.relocate(
        Math.max(0, isRight ? column.x() + GAP : column.x() - GAP - width),
        Math.max(0, Math.min(column.top() + GAP, view.getHeight() - reading.getHeight())));
  }

  /// The value at a place; of a thinned curve of steps the nearest that was kept.
  private Stream<String> value(Series series, double x) {
    int best = -1;
    for (int i = 0; i < series.x().length; i++) {
      boolean isNearer = best < 0 || Math.abs(series.x()[i] - x) < Math.abs(series.x()[best] - x);
      if (series.x()[i] == x || (isOverSteps() && isNearer)) {
        best = i;
      }
    }
    boolean hasIt = best >= 0 && x <= series.x()[series.x().length - 1];
    return hasIt
        ? Stream.of(series.name() + "  " + Numbers.significant(series.y()[best]))
        : Stream.empty();
  }

  /// What the pane shows.
  Optional<Figure> figure() {
    return figure.map(Figure.class::cast);
  }
}
