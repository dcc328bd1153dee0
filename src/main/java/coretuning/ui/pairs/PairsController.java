package coretuning.ui.pairs;

import coretuning.figure.Figure;
import coretuning.result.HardPair;
import coretuning.spec.DataSpec;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/// The view "Hard pairs": anchors at the left, the chosen one's pair at the right.
public final class PairsController {
  private final Comparison comparison;
  private final SampleImages images;
  private final Messages messages;
  private final PairsModel model;
  private final PairCard card;
  private final Placeholder placeholder;

  @FXML private StackPane root;
  @FXML private SplitPane content;
  @FXML private ComboBox<PairsModel.Order> order;
  @FXML private Label count;
  @FXML private ListView<HardPair> anchors;
  @FXML private ScrollPane cardPane;

  public PairsController(Comparison comparison, SampleImages images, Messages messages) {
    this.comparison = comparison;
    this.images = images;
    this.messages = messages;
    model = new PairsModel(comparison);
    card = new PairCard(images, messages);
    placeholder = new Placeholder(messages.text("pairs.empty"), messages.text("pairs.emptyHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    cardPane.setContent(card);
    order.getItems().setAll(PairsModel.Order.values());
    order.setConverter(messages.texts("order."));
    order.setValue(PairsModel.Order.HARDEST_POSITIVE);
    order.valueProperty().subscribe((before, now) -> reorder(now));
    anchors.setCellFactory(list -> new AnchorCell(model, images, messages));
    anchors
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(pair -> Optional.ofNullable(pair).ifPresent(this::choose));
    comparison.selectedProperty().subscribe(sample -> sample.ifPresent(this::show));
    comparison.listen(this::refresh);
    refresh(Set.of(Aspect.RUNS));
  }

  private void choose(HardPair pair) {
    comparison.selectedProperty().set(Optional.of(pair.anchor()));
  }

  private void reorder(PairsModel.Order wanted) {
    model.order(wanted);
    anchors.getItems().setAll(model.anchors());
    comparison.selectedProperty().get().ifPresent(this::mark);
  }

  private void refresh(Set<Aspect> changed) {
    if (!changed.contains(Aspect.RUNS) && !changed.contains(Aspect.SNAPSHOTS)) {
      return;
    }
    model.refresh();
    comparison.data().ifPresent(data -> images.prepare(data, anchors::refresh));
    anchors.getItems().setAll(model.anchors());
    count.setText(messages.text("pairs.count", model.anchors().size()));
    Optional<Integer> selected = comparison.selectedProperty().get();
    selected.ifPresent(this::show);
    if (selected.isEmpty()) {
      card.getChildren().clear();
      if (!model.anchors().isEmpty()) {
        showPair(model.anchors().getFirst().anchor());
      }
    }
    showContent();
  }

  private void showContent() {
    boolean empty = model.anchors().isEmpty() && card.getChildren().isEmpty();
    placeholder.setVisible(empty);
    content.setVisible(!empty);
  }

  private void show(int sample) {
    mark(sample);
    showPair(sample);
    showContent();
  }

  private void showPair(int sample) {
    Optional<DataSpec> data = comparison.data();
    Optional<PairView> pair = model.pair(sample);
    if (data.isPresent() && pair.isPresent()) {
      String method =
          model
              .run()
              .or(() -> comparison.runs().stream().reduce((first, second) -> second))
              .map(LiveRun::spec)
              .map(spec -> spec.methodTitle())
              .orElse("");
      images.prepare(
          data.get(), () -> card.show(pair.get(), data.get(), method, model.weight(sample)));
    }
  }

  /// The pairs on display as a figure, the chosen anchor's first.
  public void figure(Consumer<Optional<Figure>> use) {
    Optional<LiveRun> run = model.run();
    Optional<Labels> labels = model.labels();
    if (run.isEmpty() || labels.isEmpty()) {
      use.accept(Optional.empty());
      return;
    }
    var spec = run.get().spec();
    new PairsFigure(spec.methodTitle(), spec.data(), model.anchorsFromSelected(), labels.get())
        .read(images, use);
  }

  /// Marks the anchor in the list, if it is there.
  private void mark(int sample) {
    Optional<HardPair> recorded = model.recorded(sample);
    if (recorded.isEmpty()) {
      anchors.getSelectionModel().clearSelection();
    } else if (!recorded.get().equals(anchors.getSelectionModel().getSelectedItem())) {
      anchors.getSelectionModel().select(recorded.get());
      anchors.scrollTo(recorded.get());
    }
  }
}
