package coretuning.ui.pairs;

import coretuning.analysis.FocalHistory;
import coretuning.figure.Figure;
import coretuning.figure.FocalHeatFigure;
import coretuning.figure.NoDataFigure;
import coretuning.result.FocalCourse;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigurePoint;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImageView;
import coretuning.ui.support.SampleImages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The weights of all anchors in all recorded epochs as a heat map; what is under the pointer is
/// said below, with its image.
final class HeatMapPane extends VBox {
  private static final double SIDE = 40;

  private final WeightsModel model;
  private final SampleImages images;
  private final Messages messages;
  private final FigureView view;
  private final SampleImageView image;
  private final Label text = new Label();
  private Optional<FocalHeatFigure> shown = Optional.empty();

  /// @param choose gets the sample whose row was clicked
  /// @param redraw is asked for the figure in another order
  HeatMapPane(
      WeightsModel model,
      SampleImages images,
      Messages messages,
      FigureDesk figures,
      Consumer<Integer> choose,
      Runnable redraw) {
    this.model = model;
    this.images = images;
    this.messages = messages;
    view = figures.view();
    view.setId("focal-heat-map");
    image = new SampleImageView(images, SIDE);
    image.managedProperty().bind(image.visibleProperty());
    getStyleClass().add("weights-part");
    var rows = new ComboBox<FocalHistory.Order>();
    rows.setId("row-order");
    rows.setAccessibleText(messages.text("a11y.order"));
    rows.getItems().setAll(FocalHistory.Order.values());
    rows.setConverter(messages.texts("rows."));
    rows.setValue(FocalHistory.Order.MEAN);
    rows.valueProperty()
        .subscribe((before, now) -> {
          model.rows(now);
          redraw.run();
        });
    text.setWrapText(true);
    var below = new HBox(8, rows, image, text);
    below.setAlignment(Pos.CENTER_LEFT);
    below.setMinHeight(SIDE);
    var card = new StackPane(view);
    card.getStyleClass().add("figure-card");
    setVgrow(card, Priority.ALWAYS);
    getChildren().addAll(card, below);
    view.setOnHovered(point -> describe(at(point)));
    view.setOnLeft(() -> describe(Optional.empty()));
    view.setOnClicked(point -> at(point).ifPresent(cell -> choose.accept(cell.course().sample())));
    describe(Optional.empty());
  }

  /// Shows another figure, if there is one.
  void show(Optional<FocalHeatFigure> found) {
    shown = found;
    view.setFigure(
        found
            .<Figure>map(each -> each)
            .orElseGet(() -> new NoDataFigure(messages.text("weights.following"))));
    describe(Optional.empty());
  }

  private Optional<FocalHeatFigure.Cell> at(FigurePoint point) {
    return shown.flatMap(figure ->
        figure.cellAt(point.x(), point.y(), point.width(), point.height(), view.getFigureStyle()));
  }

  /// Says what is in a cell; without one, what is known of the selected anchor.
  private void describe(Optional<FocalHeatFigure.Cell> cell) {
    Optional<FocalCourse> course = cell.map(FocalHeatFigure.Cell::course).or(this::selected);
    if (course.isEmpty() || model.run().isEmpty()) {
      image.setVisible(false);
      text.setText(messages.text("weights.heatHint"));
      return;
    }
    FocalCourse anchor = course.get();
    var data = model.run().get().spec().data();
    image.setVisible(true);
    image.show(data, anchor.sample());
    String all =
        messages.text(
            "weights.anchor",
            images.name(data, anchor.label()),
            anchor.sample(),
            Numbers.three(anchor.mean()),
            anchor.epochsHard(),
            anchor.epochsSeen());
    text.setText(cell.map(each -> all + "; " + weight(each)).orElse(all));
  }

  private String weight(FocalHeatFigure.Cell cell) {
    int epoch = shown.map(figure -> figure.epochs().get(cell.position())).orElseThrow();
    double weight = cell.course().weight(cell.position());
    return Double.isNaN(weight)
        ? messages.text("weights.absent", epoch)
        : messages.text("weights.inEpoch", Numbers.three(weight), epoch);
  }

  private Optional<FocalCourse> selected() {
    return shown
        .filter(figure -> figure.selected().isPresent())
        .flatMap(figure -> find(figure.rows().courses(), figure.selected().getAsInt()));
  }

  private static Optional<FocalCourse> find(List<FocalCourse> courses, int sample) {
    return courses.stream().filter(each -> each.sample() == sample).findFirst();
  }
}
