package coretuning.ui.pairs;

import coretuning.figure.Figure;
import coretuning.figure.HistogramFigure;
import coretuning.figure.WeightFigure;
import coretuning.result.FocalWeight;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Messages;
import coretuning.ui.support.SampleImages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;

/// The weights of the newest recorded epoch: their histogram, and the images of the anchors.
final class AnchorGrid extends VBox {
  private static final double FIGURE_HEIGHT = 220;

  /// More than a page of the figure has room for.
  private static final int MOST_PICTURES = 60;

  private final WeightsModel model;
  private final SampleImages images;
  private final Messages messages;
  private final FigureView histogram;
  private final Label count = new Label();
  private final GridView<FocalWeight> grid = new GridView<>();

  /// @param choose gets the anchor whose image was clicked
  AnchorGrid(
      WeightsModel model,
      SampleImages images,
      Messages messages,
      FigureDesk figures,
      Consumer<FocalWeight> choose) {
    this.model = model;
    this.images = images;
    this.messages = messages;
    histogram = figures.view();
    getStyleClass().add("weights-part");
    var card = new StackPane(histogram);
    card.getStyleClass().add("figure-card");
    card.setMinHeight(FIGURE_HEIGHT);
    card.setMaxHeight(FIGURE_HEIGHT);
    var order = new ComboBox<WeightsModel.Order>();
    order.setId("order");
    order.setAccessibleText(messages.text("a11y.order"));
    order.getItems().setAll(WeightsModel.Order.values());
    order.setConverter(messages.texts("order."));
    order.setValue(WeightsModel.Order.HARDEST);
    order
        .valueProperty()
        .subscribe((before, now) -> {
          model.order(now);
          show();
        });
    count.getStyleClass().add("muted");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bar = new HBox(order, space, count);
    bar.getStyleClass().add("toolbar");
    bar.setAlignment(Pos.CENTER_LEFT);
    grid.setCellWidth(WeightCell.WIDTH);
    grid.setCellHeight(WeightCell.HEIGHT);
    grid.setHorizontalCellSpacing(4);
    grid.setVerticalCellSpacing(4);
    grid.setCellFactory(each -> new WeightCell(model, images, choose));
    setVgrow(grid, Priority.ALWAYS);
    getChildren().addAll(card, bar, grid);
  }

  /// Shows what the model has now.
  void show() {
    List<FocalWeight> shown = model.shown();
    grid.setItems(FXCollections.observableArrayList(shown));
    count.setText(
        messages.text(
            "weights.count", shown.size(), model.epoch().map(String::valueOf).orElse("")));
    double[] values = shown.stream().mapToDouble(FocalWeight::weight).toArray();
    model
        .run()
        .map(run ->
            new HistogramFigure(
                messages.text("weights.title"),
                messages.text("weights.axis"),
                List.of(new HistogramFigure.Distribution(run.spec().methodTitle(), values))))
        .ifPresent(histogram::setFigure);
  }

  /// The hardest anchors on display beside the histogram of their weights.
  void figure(Consumer<Optional<Figure>> use) {
    List<FocalWeight> hardest = model.hardest(MOST_PICTURES);
    if (model.run().isEmpty() || hardest.isEmpty()) {
      use.accept(Optional.empty());
      return;
    }
    var spec = model.run().get().spec();
    double[] all = model.shown().stream().mapToDouble(FocalWeight::weight).toArray();
    int classes = 1 + model.labels().getLast();
    images.pictures(
        spec.data(),
        hardest.stream().map(FocalWeight::sample).toList(),
        found ->
            use.accept(
                Optional.of(
                    new WeightFigure(
                        spec.methodTitle(),
                        hardest.stream()
                            .filter(weight -> found.containsKey(weight.sample()))
                            .map(weight ->
                                new WeightFigure.Anchor(
                                    weight, PairsFigure.picture(found, weight.sample())))
                            .toList(),
                        all,
                        images.names(spec.data(), classes)))));
  }
}
