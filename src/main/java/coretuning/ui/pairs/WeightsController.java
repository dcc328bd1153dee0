package coretuning.ui.pairs;

import coretuning.figure.Figure;
import coretuning.figure.HistogramFigure;
import coretuning.figure.WeightFigure;
import coretuning.result.FocalWeight;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;

/// The view "Focal weights": how the weights are distributed, and the anchors they belong to.
public final class WeightsController {
  /// More than a page of the figure has room for.
  private static final int MOST_PICTURES = 60;

  private final Comparison comparison;
  private final SampleImages images;
  private final Messages messages;
  private final Runnable showPairs;
  private final WeightsModel model;

  @FXML private StackPane root;
  @FXML private VBox content;
  @FXML private StackPane histogram;
  @FXML private ComboBox<WeightsModel.Order> order;
  @FXML private ComboBox<String> label;
  @FXML private Label count;
  private final FigureView view;
  private final GridView<FocalWeight> grid = new GridView<>();
  private final Placeholder placeholder;
  private List<Integer> labels = List.of();

  /// @param showPairs brings the pair of the selected anchor to the front
  public WeightsController(
      Comparison comparison,
      SampleImages images,
      Messages messages,
      FigureDesk figures,
      Runnable showPairs) {
    this.comparison = comparison;
    this.images = images;
    this.messages = messages;
    view = figures.view();
    this.showPairs = showPairs;
    model = new WeightsModel(comparison);
    placeholder =
        new Placeholder(messages.text("weights.empty"), messages.text("weights.emptyHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    histogram.getChildren().setAll(view);
    grid.setCellWidth(WeightCell.WIDTH);
    grid.setCellHeight(WeightCell.HEIGHT);
    grid.setHorizontalCellSpacing(4);
    grid.setVerticalCellSpacing(4);
    grid.setCellFactory(each -> new WeightCell(model, images, this::choose));
    VBox.setVgrow(grid, Priority.ALWAYS);
    content.getChildren().add(grid);
    order.getItems().setAll(WeightsModel.Order.values());
    order.setConverter(messages.texts("order."));
    order.setValue(WeightsModel.Order.HARDEST);
    order
        .valueProperty()
        .subscribe((before, now) -> {
          model.order(now);
          fill();
        });
    label.getSelectionModel().selectedIndexProperty().subscribe(index -> filter(index.intValue()));
    comparison.listen(this::refresh);
    refresh(Set.of(Aspect.RUNS));
  }

  private void choose(FocalWeight weight) {
    comparison.selectedProperty().set(Optional.of(weight.sample()));
    showPairs.run();
  }

  private void filter(int index) {
    model.filter(index > 0 ? Optional.of(labels.get(index - 1)) : Optional.empty());
    fill();
  }

  private void refresh(Set<Aspect> changed) {
    if (!changed.contains(Aspect.RUNS) && !changed.contains(Aspect.SNAPSHOTS)) {
      return;
    }
    model.refresh();
    boolean empty = model.run().isEmpty();
    placeholder.setVisible(empty);
    content.setVisible(!empty);
    model
        .run()
        .map(run -> run.spec().data())
        .ifPresent(data -> images.prepare(data, this::nameClasses));
    fill();
  }

  private void nameClasses() {
    if (model.run().isEmpty()) {
      return;
    }
    var data = model.run().get().spec().data();
    var names = new ArrayList<String>(List.of(messages.text("weights.allClasses")));
    labels = model.labels();
    labels.forEach(each -> names.add(images.name(data, each)));
    if (!label.getItems().equals(names)) {
      label.getItems().setAll(names);
      label.getSelectionModel().selectFirst();
    }
    grid.setItems(FXCollections.observableArrayList(model.shown()));
  }

  private void fill() {
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
        .ifPresent(view::setFigure);
  }

  /// The hardest anchors on display beside the histogram of their weights.
  public void figure(Consumer<Optional<Figure>> use) {
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
