package coretuning.gallery;

import coretuning.analysis.FocalHistory;
import coretuning.figure.AlignmentUniformityFigure;
import coretuning.figure.ConfusionFigure;
import coretuning.figure.CurveFigure;
import coretuning.figure.DiagnosticsFigure;
import coretuning.figure.Figure;
import coretuning.figure.HistogramFigure;
import coretuning.figure.HistogramFigure.Distribution;
import coretuning.figure.PairFigure;
import coretuning.figure.Panels;
import coretuning.figure.Picture;
import coretuning.figure.ScatterFigure;
import coretuning.figure.Series;
import coretuning.figure.TheoryFigure;
import coretuning.figure.WeightFigure;
import coretuning.job.SampleImages;
import coretuning.result.EpochDiagnostics;
import coretuning.result.EpochMetrics;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.Part;
import coretuning.result.Projection;
import coretuning.result.Snapshot;
import coretuning.result.Spread;
import coretuning.spec.DataSpec;
import coretuning.store.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The figures of some runs on the same data, read from their folders.
public final class RunFigures {
  private static final int PAIR_ROWS = 6;
  private static final int WEIGHT_PICTURES = 24;

  private final List<RunFolder> runs;
  private final SampleImages images;
  private final DataSpec data;
  private final List<String> classNames;

  /// @param runs finished runs of the same data, at least one
  public RunFigures(List<RunFolder> runs, SampleImages images) {
    this.runs = List.copyOf(runs);
    this.images = images;
    data = runs.getFirst().spec().data();
    classNames = images.classNames(data);
  }

  /// Terms of the objectives over epochs.
  public Figure losses() {
    var series = new ArrayList<Series>();
    for (RunFolder run : runs) {
      List<EpochMetrics> epochs = run.epochs();
      for (int term = 0; term < epochs.getFirst().terms().size(); term++) {
        int index = term;
        String name = epochs.getFirst().terms().get(term).name();
        series.add(
            series(
                run.spec().methodTitle() + ": " + name,
                epochs,
                each -> each.terms().get(index).value()));
      }
    }
    return new CurveFigure("Terms of the objective", "epoch", "nats", series);
  }

  /// Accuracy on augmented training images, and on validation images where some are held out.
  public Figure accuracy() {
    var series = new ArrayList<Series>();
    for (RunFolder run : runs) {
      String title = run.spec().methodTitle();
      List<EpochMetrics> epochs = run.epochs();
      series.add(series(title + ": training", epochs, each -> each.trainTop1() * 100));
      if (epochs.getFirst().validation().isPresent()) {
        series.add(
            series(
                title + ": validation",
                epochs,
                each -> each.validation().orElse(Double.NaN) * 100));
      }
    }
    return new CurveFigure("Top-1 while training", "epoch", "%", series);
  }

  /// What the theorems speak of, over epochs.
  public TheoryFigure theory() {
    return new TheoryFigure(
        "What the theorems speak of",
        runs.stream()
            .map(run ->
                new TheoryFigure.Run(run.spec().methodTitle(), run.theory(), run.diagnostics()))
            .toList());
  }

  /// Whether a run's method did what it should; cosines are of the last epoch.
  public Figure diagnostics(RunFolder run) {
    List<EpochDiagnostics> epochs = run.diagnostics();
    return new DiagnosticsFigure(
        "Inside the batches of " + run.spec().methodTitle(), epochs, epochs.getLast().epoch());
  }

  private static Series series(
      String name, List<EpochMetrics> epochs, ToDoubleFunction<EpochMetrics> value) {
    return new Series(
        name,
        epochs.stream().mapToDouble(EpochMetrics::epoch).toArray(),
        epochs.stream().mapToDouble(value).toArray());
  }

  /// Maps of the same test images: before training, then by each method.
  public Figure embeddings() {
    var maps = new ArrayList<Figure>();
    RunFolder first = runs.getFirst();
    first.projection(0).ifPresent(map -> maps.add(map("Before training", first.snapshot(0), map)));
    for (RunFolder run : runs) {
      Snapshot result = result(run);
      run.projection(result.epoch())
          .ifPresent(map -> maps.add(map(run.spec().methodTitle(), result, map)));
    }
    return new Panels("Test images in feature space", maps, Math.max(1, maps.size()));
  }

  private Figure map(String title, Snapshot snapshot, Projection map) {
    Spread spread = snapshot.spread();
    String figures =
        String.format(
            Locale.ROOT,
            "intra %.3f, inter %.3f, k-NN %.1f %%; ",
            spread.intraClass(),
            spread.interClass(),
            snapshot.knn() * 100);
    return new ScatterFigure(title, map, snapshot.embedding().labels(), classNames)
        .withSubtitle(figures + ScatterFigure.describe(map));
  }

  /// Spread before training and by each method.
  public Figure spread() {
    return spreads().means("Spread of test features (cosine distance)");
  }

  /// Distances of test images to the centre of their class, before training and by each method.
  public Figure distances() {
    return spreads().ownCentre("How tight classes are", " of test images");
  }

  /// Distances between class centres, before training and by each method, on one scale.
  public Figure centres() {
    return spreads().centres("How far apart classes are", Integer.MAX_VALUE);
  }

  private SpreadFigures spreads() {
    var sides = new ArrayList<SpreadFigures.Side>();
    sides.add(new SpreadFigures.Side("before", runs.getFirst().snapshot(0)));
    runs.forEach(run -> sides.add(new SpreadFigures.Side(run.spec().methodTitle(), result(run))));
    return new SpreadFigures(sides, classNames);
  }

  /// Alignment and uniformity of each run over its recorded epochs.
  public Figure trails() {
    return new AlignmentUniformityFigure(
        "Alignment and uniformity of test features",
        runs.stream()
            .map(run -> {
              List<Spread> spreads = run.snapshotEpochs().stream().map(run::spread).toList();
              return new AlignmentUniformityFigure.Trail(
                  run.spec().methodTitle(),
                  spreads.stream().mapToDouble(Spread::alignment).toArray(),
                  spreads.stream().mapToDouble(Spread::uniformity).toArray());
            })
            .toList());
  }

  /// Confusion on the test images.
  public Figure confusion() {
    var matrices = new ArrayList<Figure>();
    for (RunFolder run : runs) {
      run.evaluation(Part.TEST)
          .ifPresent(test ->
              matrices.add(
                  new ConfusionFigure(
                      String.format(
                          Locale.ROOT,
                          "%s: top-1 %.1f %%",
                          run.spec().methodTitle(),
                          test.top1() * 100),
                      test.confusion(),
                      classNames)));
    }
    return new Panels("Confusion on the test images", matrices, Math.max(1, matrices.size()));
  }

  /// Pairs of the anchors with the largest focal weights of a run's last snapshot.
  public Figure hardPairs(RunFolder run) {
    Snapshot last = last(run);
    Map<Integer, HardPair> byAnchor =
        last.pairs().stream()
            .collect(Collectors.toMap(HardPair::anchor, Function.identity(), (a, b) -> a));
    List<PairFigure.Row> rows =
        hardest(last, PAIR_ROWS).stream()
            .flatMap(each -> Optional.ofNullable(byAnchor.get(each.sample())).stream())
            .map(this::row)
            .toList();
    return new PairFigure("Hard pairs of the hardest anchors", rows, classNames);
  }

  private PairFigure.Row row(HardPair pair) {
    return new PairFigure.Row(
        pair,
        picture(pair.anchor()),
        picture(pair.hardPositive()),
        picture(pair.hardNegative()),
        picture(pair.randomNegative()),
        images.label(data, pair.anchor()),
        images.label(data, pair.hardNegative()),
        images.label(data, pair.randomNegative()));
  }

  /// Focal weights of a run's last snapshot.
  public Figure focalWeights(RunFolder run) {
    Snapshot last = last(run);
    return new WeightFigure(
        "Focal weights in epoch " + last.epoch(),
        hardest(last, WEIGHT_PICTURES).stream()
            .map(each -> new WeightFigure.Anchor(each, picture(each.sample())))
            .toList(),
        last.weights().stream().mapToDouble(FocalWeight::weight).toArray(),
        classNames);
  }

  /// Focal weights of a run's anchors in all recorded epochs.
  public Figure focalHistory(RunFolder run) {
    return WeightFigures.of(run, classNames).heatMap(FocalHistory.Order.MEAN, OptionalInt.empty());
  }

  /// How the focal weights of a run were distributed over the recorded epochs.
  public Figure focalDistribution(RunFolder run) {
    return WeightFigures.of(run, classNames).distribution();
  }

  /// The same class by class.
  public Figure focalClasses(RunFolder run) {
    return WeightFigures.of(run, classNames).byClass();
  }

  /// Cosines of the mined pairs of a run's last snapshot.
  public Figure hardness(RunFolder run) {
    List<HardPair> pairs = last(run).pairs();
    return new HistogramFigure(
        "Cosine of mined pairs in epoch " + last(run).epoch(),
        "cosine to the anchor",
        List.of(
            distribution("hardest positive", pairs, HardPair::cosinePositive),
            distribution("hardest negative", pairs, HardPair::cosineNegative),
            distribution("random negative", pairs, HardPair::cosineRandom)));
  }

  private static Distribution distribution(
      String name, List<HardPair> pairs, ToDoubleFunction<HardPair> value) {
    return new Distribution(name, pairs.stream().mapToDouble(value).toArray());
  }

  private static List<FocalWeight> hardest(Snapshot snapshot, int count) {
    return snapshot.weights().stream()
        .sorted(Comparator.comparingDouble(FocalWeight::weight).reversed())
        .limit(count)
        .toList();
  }

  private Picture picture(int sample) {
    return Pictures.of(images.thumbnail(data, sample));
  }

  /// The snapshot of the weights that are the run's result.
  public static Snapshot result(RunFolder run) {
    return run.snapshot(run.resultSnapshot().orElseThrow());
  }

  /// The newest snapshot: with pairs and focal weights, if the method mines any.
  public static Snapshot last(RunFolder run) {
    return run.snapshot(run.snapshotEpochs().getLast());
  }
}
