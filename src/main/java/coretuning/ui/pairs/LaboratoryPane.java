package coretuning.ui.pairs;

import coretuning.analysis.mix.MapEstimate;
import coretuning.figure.DecisionPathFigure;
import coretuning.figure.Mark;
import coretuning.figure.MixMapFigure;
import coretuning.figure.NoDataFigure;
import coretuning.result.RunHeads;
import coretuning.spec.DataSpec;
import coretuning.ui.pairs.PairView.Role;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The pair laboratory: an anchor and its partners, two sliders that mix them anew, where the mixes
/// lie on the map, what the contrastive loss makes of them, and what the classifiers say between
/// the partners.
final class LaboratoryPane extends VBox {
  private static final double FIGURE_HEIGHT = 250;
  private static final double MAP_HEIGHT = 380;

  private final SampleImages images;
  private final Messages messages;
  private final MemberRow members;
  private final MixPane positive;
  private final MixPane negative;
  private final ContrastLine contrast;
  private final Label origin = new Label();
  private final Label caption = new Label();
  private final FigureView map;
  private final FigureView paths;
  private Optional<Shown> shown = Optional.empty();

  /// What is on the bench, and the ways of its mixes, which cost more than a slider can wait for.
  private record Shown(
      LaboratoryModel model,
      DataSpec data,
      List<LaboratoryModel.Decision> decisions,
      List<List<MixMapFigure.Place>> ways) {}

  LaboratoryPane(SampleImages images, Messages messages, FigureDesk figures) {
    this.images = images;
    this.messages = messages;
    getStyleClass().add("pair-card");
    setId("laboratory");
    members = new MemberRow(images, messages);
    positive = new MixPane("positive", messages, this::redraw);
    negative = new MixPane("negative", messages, this::redraw);
    contrast = new ContrastLine(messages);
    map = figures.view();
    map.setId("mix-map");
    map.setMinHeight(MAP_HEIGHT);
    map.setPrefHeight(MAP_HEIGHT);
    paths = figures.view();
    paths.setId("decision-paths");
    paths.setMinHeight(FIGURE_HEIGHT);
    paths.setPrefHeight(FIGURE_HEIGHT);
    origin.getStyleClass().addAll("muted", "small");
    origin.setWrapText(true);
    caption.getStyleClass().addAll("muted", "small");
    caption.setWrapText(true);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    var reset = new Button(messages.text("lab.reset"));
    reset.setId("lab-reset");
    reset.setOnAction(event -> reset());
    var resetRow = new HBox(reset);
    resetRow.setAlignment(Pos.CENTER_RIGHT);
    var left = new VBox(12, members, positive, negative, contrast, resetRow);
    left.setMinWidth(MixPane.WIDTH);
    HBox.setHgrow(map, Priority.ALWAYS);
    getChildren().addAll(origin, new HBox(16, left, map), paths, caption);
  }

  /// Puts an anchor on the bench.
  ///
  /// @param decisions of the runs on display, between the anchor's hardest partners
  void show(LaboratoryModel model, DataSpec data, List<LaboratoryModel.Decision> decisions) {
    boolean isSame =
        shown
            .filter(before -> before.model.run().id().equals(model.run().id()))
            .filter(before -> before.model.snapshot().epoch() == model.snapshot().epoch())
            .filter(before -> before.model.bench().pair().equals(model.bench().pair()))
            .isPresent();
    shown = Optional.of(new Shown(model, data, decisions, ways(model)));
    members.show(model.bench().pair(), data);
    origin.setText(origin(model));
    caption.setText(caption(model));
    positive.names(name(data, model, Role.HARD_POSITIVE), name(data, model, Role.HARD_NEGATIVE));
    negative.names(name(data, model, Role.RANDOM_NEGATIVE), name(data, model, Role.ANCHOR));
    if (isSame) {
      redraw();
    } else {
      reset();
    }
  }

  /// Clears the bench.
  void clear() {
    shown = Optional.empty();
  }

  private void reset() {
    shown.ifPresent(each -> {
      positive.set(each.model.startPositive());
      negative.set(each.model.startNegative());
      redraw();
    });
  }

  private static List<List<MixMapFigure.Place>> ways(LaboratoryModel model) {
    return List.of(model.wayOfPositive(), model.wayOfNegative()).stream()
        .map(way -> way.stream().map(LaboratoryPane::place).toList())
        .toList();
  }

  private static MixMapFigure.Place place(MapEstimate.Place place) {
    return new MixMapFigure.Place(place.x(), place.y());
  }

  private String name(DataSpec data, LaboratoryModel model, Role role) {
    var pair = model.bench().pair();
    var label =
        role == Role.ANCHOR ? pair.anchor().label() : pair.member(role).orElseThrow().label();
    return label.isPresent()
        ? images.name(data, label.getAsInt())
        : messages.text("pairs.unknownClass");
  }

  private String origin(LaboratoryModel model) {
    String method = model.run().spec().methodTitle();
    return switch (model.bench().pair().origin()) {
      case PairView.Origin.Mined mined ->
          messages.text("lab.mined", method, mined.step(), mined.epoch());
      case PairView.Origin.Compared compared ->
          messages.text("lab.compared", method, compared.epoch());
    };
  }

  private String caption(LaboratoryModel model) {
    var method = LaboratoryModel.method(model.run());
    return messages.text(
        "lab.caption",
        messages.text(model.isProjected() ? "lab.projected" : "lab.raw"),
        model.bench().batchSize(),
        Numbers.plain(method.temperature()),
        Numbers.plain(method.focalExponent()),
        MapEstimate.NEIGHBOURS);
  }

  private void redraw() {
    shown.ifPresent(each -> {
      Bench.Reading reading = each.model.contrast().read(positive.lambda(), negative.lambda());
      positive.show(reading.cosinePositive());
      negative.show(reading.cosineNegative());
      contrast.show(reading);
      drawMap(each);
      drawPaths(each);
    });
  }

  private void drawMap(Shown each) {
    LaboratoryModel model = each.model;
    String title =
        messages.text("lab.map", model.run().spec().methodTitle(), model.snapshot().epoch());
    if (model.map().isEmpty() || model.estimate().isEmpty()) {
      map.setFigure(new NoDataFigure(messages.text("lab.noMap", model.snapshot().epoch())));
      return;
    }
    MapEstimate estimate = model.estimate().get();
    Bench bench = model.bench();
    var spots = new ArrayList<MixMapFigure.Spot>();
    for (Role role : Role.values()) {
      var member =
          role == Role.ANCHOR ? bench.pair().anchor() : bench.pair().member(role).orElseThrow();
      spots.add(
          new MixMapFigure.Spot(
              messages.text("role.short." + role.name()),
              place(estimate.of(bench.feature(role))),
              member.label().orElse(-1),
              mark(role)));
    }
    spots.add(mix("z⁺", estimate.of(bench.positiveMix(positive.lambda())), Mark.STAR));
    spots.add(mix("z⁻", estimate.of(bench.negativeMix(negative.lambda())), Mark.DOT));
    map.setFigure(
        new MixMapFigure(
            title, "", model.map().get(), model.snapshot().embedding().labels(), spots, each.ways));
  }

  private static MixMapFigure.Spot mix(String name, MapEstimate.Place at, Mark mark) {
    return new MixMapFigure.Spot(name, place(at), -1, mark);
  }

  private static Mark mark(Role role) {
    return switch (role) {
      case ANCHOR -> Mark.SQUARE;
      case HARD_POSITIVE -> Mark.TRIANGLE;
      case HARD_NEGATIVE -> Mark.TRIANGLE_DOWN;
      case RANDOM_NEGATIVE -> Mark.DIAMOND;
    };
  }

  private void drawPaths(Shown each) {
    if (each.decisions.isEmpty()) {
      paths.setFigure(new NoDataFigure(messages.text("lab.noClassifier")));
      return;
    }
    int classes = each.decisions.getFirst().path().probabilities()[0].length;
    var panels = each.decisions.stream().map(this::panel).toList();
    paths.setFigure(
        new DecisionPathFigure(
            messages.text("lab.paths"),
            "",
            messages.text("lab.pathAxis"),
            panels,
            images.names(each.data, classes),
            OptionalDouble.of(positive.lambda())));
  }

  private DecisionPathFigure.Panel panel(LaboratoryModel.Decision decision) {
    String epochs =
        decision.classifierEpoch() == decision.featureEpoch()
            ? messages.text("lab.epoch", decision.featureEpoch())
            : messages.text("lab.epochs", decision.featureEpoch(), decision.classifierEpoch());
    String note = messages.text("lab.steepest", Numbers.three(decision.path().steepest()), epochs);
    return new DecisionPathFigure.Panel(
        decision.run().spec().methodTitle(),
        note,
        decision.path().shares(),
        decision.path().probabilities());
  }

  /// The decision paths of several runs between a bench's hardest partners; runs of other classes
  /// than the first's are left out.
  static List<LaboratoryModel.Decision> decisions(
      List<LiveRun> runs, List<Optional<RunHeads>> heads, Bench bench) {
    int first = bench.pair().member(Role.HARD_POSITIVE).orElseThrow().sample();
    int second = bench.pair().member(Role.HARD_NEGATIVE).orElseThrow().sample();
    var found =
        IntStream.range(0, runs.size())
            .mapToObj(i -> LaboratoryModel.decision(runs.get(i), heads.get(i), first, second))
            .flatMap(Optional::stream)
            .toList();
    return found.stream()
        .filter(each ->
            each.path().probabilities()[0].length
                == found.getFirst().path().probabilities()[0].length)
        .toList();
  }
}
