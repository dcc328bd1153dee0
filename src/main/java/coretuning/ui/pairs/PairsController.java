package coretuning.ui.pairs;

import coretuning.figure.Figure;
import coretuning.figure.QuantileFigure;
import coretuning.result.HardPair;
import coretuning.result.RunHeads;
import coretuning.spec.DataSpec;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.layout.StackPane;

/// The view "Hard pairs": anchors of an epoch at the left; at the right the chosen one's pair as
/// trained, the laboratory that mixes it anew, and all pairs in a table and over epochs.
public final class PairsController {
  private final Comparison comparison;
  private final SampleImages images;
  private final Messages messages;
  private final HeadsShelf heads;
  private final PairsModel model;
  private final PairCard card;
  private final LaboratoryPane laboratory;
  private final PairTable table;
  private final FigureView hardness;
  private final Placeholder placeholder;
  private final StackPane emptyBench;

  @FXML private StackPane root;
  @FXML private SplitPane content;
  @FXML private ComboBox<Integer> pairEpoch;
  @FXML private ComboBox<PairsModel.Order> order;
  @FXML private Label count;
  @FXML private ListView<HardPair> anchors;
  @FXML private Tab laboratoryTab;
  @FXML private ScrollPane cardPane;
  @FXML private ScrollPane laboratoryPane;
  @FXML private StackPane tablePane;
  @FXML private StackPane hardnessPane;
  private boolean isFilling;

  /// @param heads classifiers of the runs on display
  public PairsController(
      Comparison comparison,
      SampleImages images,
      Messages messages,
      FigureDesk figures,
      HeadsShelf heads) {
    this.comparison = comparison;
    this.images = images;
    this.messages = messages;
    this.heads = heads;
    model = new PairsModel(comparison);
    card = new PairCard(images, messages);
    laboratory = new LaboratoryPane(images, messages, figures);
    table = new PairTable(model, images, messages, this::choose);
    hardness = figures.view();
    placeholder = new Placeholder(messages.text("pairs.empty"), messages.text("pairs.emptyHint"));
    emptyBench =
        new StackPane(new Placeholder(messages.text("lab.empty"), messages.text("lab.emptyHint")));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    cardPane.setContent(card);
    laboratoryPane.setContent(emptyBench);
    tablePane.getChildren().setAll(table);
    hardnessPane.getChildren().setAll(hardness);
    order.getItems().setAll(PairsModel.Order.values());
    order.setConverter(messages.texts("order."));
    order.setValue(PairsModel.Order.HARDEST_POSITIVE);
    order.valueProperty().subscribe((before, now) -> reorder(now));
    pairEpoch.setConverter(new EpochText(messages));
    pairEpoch.valueProperty().subscribe((before, now) -> chooseEpoch(Optional.ofNullable(now)));
    anchors.setCellFactory(list -> new AnchorCell(model, images, messages));
    anchors
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(pair -> Optional.ofNullable(pair).ifPresent(this::choose));
    laboratoryTab.selectedProperty().subscribe(front -> showBench());
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

  private void chooseEpoch(Optional<Integer> epoch) {
    if (!isFilling) {
      List<Integer> all = model.epochs();
      // The newest one stays the newest while a run goes on.
      model.epoch(epoch.filter(each -> all.isEmpty() || !each.equals(all.getLast())));
      fill();
    }
  }

  private void refresh(Set<Aspect> changed) {
    if (changed.contains(Aspect.RUNS) || changed.contains(Aspect.SNAPSHOTS)) {
      model.refresh();
      fill();
    } else if (changed.contains(Aspect.PROJECTIONS)) {
      showBench();
    }
  }

  private void fill() {
    isFilling = true;
    if (!pairEpoch.getItems().equals(model.epochs())) {
      pairEpoch.getItems().setAll(model.epochs());
    }
    pairEpoch.setValue(model.shownSnapshot().map(each -> each.epoch()).orElse(null));
    isFilling = false;
    comparison
        .data()
        .ifPresent(data ->
            images.prepare(
                data,
                () -> {
                  anchors.refresh();
                  table.refresh(data);
                }));
    model.hardness().ifPresent(this::showHardness);
    anchors.getItems().setAll(model.anchors());
    count.setText(messages.text("pairs.count", model.anchors().size()));
    Optional<Integer> selected = comparison.selectedProperty().get();
    selected.ifPresent(this::show);
    if (selected.isEmpty()) {
      card.getChildren().clear();
      if (!model.anchors().isEmpty()) {
        showPair(model.anchors().getFirst().anchor());
      }
      showBench();
    }
    showContent();
  }

  private void showHardness(PairsModel.Hardness each) {
    hardness.setFigure(
        new QuantileFigure(
            messages.text(
                "pairs.hardness", model.shownRun().map(run -> run.spec().methodTitle()).orElse("")),
            messages.text("pairs.hardnessEpoch"),
            messages.text("pairs.similarity"),
            List.of(
                new QuantileFigure.Kind(
                    messages.text("role.HARD_POSITIVE"), each.epochs(), each.positive()),
                new QuantileFigure.Kind(
                    messages.text("role.HARD_NEGATIVE"), each.epochs(), each.negative()),
                new QuantileFigure.Kind(
                    messages.text("role.RANDOM_NEGATIVE"), each.epochs(), each.random()))));
  }

  private void showContent() {
    boolean empty = model.anchors().isEmpty() && card.getChildren().isEmpty();
    placeholder.setVisible(empty);
    content.setVisible(!empty);
  }

  private void show(int sample) {
    mark(sample);
    showPair(sample);
    showBench();
    showContent();
  }

  private void showPair(int sample) {
    Optional<DataSpec> data = comparison.data();
    Optional<PairView> pair = model.pair(sample);
    if (data.isPresent() && pair.isPresent()) {
      String method = model.shownRun().map(run -> run.spec().methodTitle()).orElse("");
      images.prepare(
          data.get(), () -> card.show(pair.get(), data.get(), method, model.weight(sample)));
    }
  }

  /// Sets out the selected anchor, or the first, if the laboratory is in front.
  private void showBench() {
    if (!laboratoryTab.isSelected()) {
      return;
    }
    Optional<Integer> sample =
        comparison
            .selectedProperty()
            .get()
            .or(() -> model.anchors().stream().map(HardPair::anchor).findFirst());
    Optional<Bench> bench = sample.flatMap(model::bench);
    laboratoryPane.setContent(bench.isPresent() ? laboratory : emptyBench);
    if (bench.isEmpty()) {
      laboratory.clear();
      return;
    }
    LiveRun run = model.shownRun().orElseThrow();
    var found = new ArrayList<Optional<RunHeads>>();
    comparison.runs().forEach(each -> found.add(heads.of(each, this::showBench)));
    var set =
        LaboratoryModel.of(
            run,
            model.shownSnapshot().orElseThrow(),
            bench.get(),
            found.get(comparison.runs().indexOf(run)));
    DataSpec data = run.spec().data();
    images.prepare(
        data,
        () ->
            laboratory.show(
                set, data, LaboratoryPane.decisions(comparison.runs(), found, bench.get())));
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
