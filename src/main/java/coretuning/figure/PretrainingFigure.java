package coretuning.figure;

import coretuning.result.EpochMetrics;
import coretuning.result.Probe;
import coretuning.result.ProxyEpoch;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// How contrastive pre-training goes: a panel for each [Curve].
///
/// @param title may be empty
/// @param runs in the order of their colours
public record PretrainingFigure(String title, List<Run> runs) implements Figure {
  private static final int COLUMNS = 3;
  private static final int CURVES = 5;
  private static final double SMOOTHING = 0.9;

  /// What is drawn over epochs, in the order of the panels.
  public enum Curve {
    /// Expected to rise at first: the queue starts with random keys, which are easy to tell from
    /// any query, and fills with keys of images.
    LOSS("Loss"),
    /// Queries that find their own key, with and without synthetic negatives.
    PROXY("Own key first"),
    /// What the frozen backbone is worth.
    PROBES("Probes of the backbone"),
    /// False negatives among the hardest, by labels.
    FALSE_NEGATIVES("False negatives"),
    ALIGNMENT("Alignment"),
    UNIFORMITY("Uniformity"),
    /// How much features vary, as a share of 1/sqrt(D), which rows spread evenly have.
    DEVIATION("Feature deviation"),
    RANK("Effective rank"),
    /// How hard the hardest negatives are, by rank, at a few epochs of the last run.
    MATCHING("Matching probability");

    private final String title;

    Curve(String title) {
      this.title = title;
    }
  }

  /// What is known of one run; each list by epoch, ascending.
  ///
  /// @param name in the legends
  /// @param steps loss over steps, which shows the rise of the first epoch; empty draws epochs
  public record Run(
      String name,
      List<EpochMetrics> epochs,
      List<ProxyEpoch> proxy,
      List<Probe> probes,
      Optional<Series> steps) {
    public Run {
      epochs = List.copyOf(epochs);
      proxy = List.copyOf(proxy);
      probes = List.copyOf(probes);
    }

    /// A run of which the steps are not known.
    public Run(String name, List<EpochMetrics> epochs, List<ProxyEpoch> proxy, List<Probe> probes) {
      this(name, epochs, proxy, probes, Optional.empty());
    }

    /// The same with its loss over steps.
    ///
    /// @param numbers of the steps, ascending
    /// @param losses as many
    public Run withSteps(double[] numbers, double[] losses) {
      return new Run(name, epochs, proxy, probes, Optional.of(new Series(name, numbers, losses)));
    }

    private Series ofEpochs(ToDoubleFunction<EpochMetrics> value) {
      return series(name, epochs, EpochMetrics::epoch, value);
    }

    private Series ofProxy(String what, ToDoubleFunction<ProxyEpoch> value) {
      return series(name + what, proxy, ProxyEpoch::epoch, value);
    }

    private Series ofProbes(String what, ToDoubleFunction<Probe> value) {
      return series(name + what, probes, Probe::epoch, value);
    }

    private static <T> Series series(
        String name, List<T> rows, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
      return new Series(
          name, rows.stream().mapToDouble(x).toArray(), rows.stream().mapToDouble(y).toArray());
    }

    private boolean synthesises() {
      return proxy.stream().anyMatch(each -> each.foundAmongAll() != each.found());
    }
  }

  public PretrainingFigure {
    runs = List.copyOf(runs);
  }

  /// Whether there is a curve to draw.
  public boolean hasData() {
    return runs.stream().anyMatch(run -> !run.epochs().isEmpty() || run.steps().isPresent());
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    parts().draw(graphics, width, height, style);
  }

  @Override
  public FigureTable data() {
    return parts().data();
  }

  private Panels parts() {
    return new Panels(title, hasData() ? panels() : List.of(), COLUMNS);
  }

  private List<Figure> panels() {
    return Arrays.stream(Curve.values()).map(this::panel).toList();
  }

  /// One of the panels alone; it says so if nothing is recorded for it.
  public Figure panel(Curve curve) {
    return switch (curve) {
      case LOSS -> loss();
      case PROXY -> curves(curve, "%", PretrainingFigure::proxyTask);
      case PROBES -> curves(curve, "top-1 %", PretrainingFigure::probes);
      case FALSE_NEGATIVES -> curves(curve, "%", PretrainingFigure::falseNegatives);
      case ALIGNMENT -> ofProxy(curve, "", ProxyEpoch::alignment);
      case UNIFORMITY -> ofProxy(curve, "", ProxyEpoch::uniformity);
      case DEVIATION ->
          ofProxy(curve, "of 1/√D", each -> each.deviation() * Math.sqrt(each.dimension()));
      case RANK -> ofProxy(curve, "", ProxyEpoch::effectiveRank);
      case MATCHING -> matching();
    };
  }

  /// Over steps where those of every run are known.
  private Figure loss() {
    List<Series> steps = runs.stream().flatMap(run -> run.steps().stream()).toList();
    return steps.isEmpty() || steps.size() < runs.size()
        ? curves(Curve.LOSS, "nats", run -> Stream.of(run.ofEpochs(EpochMetrics::loss)))
        : new CurveFigure(Curve.LOSS.title, "step", "nats", steps, SMOOTHING, false);
  }

  private Figure ofProxy(Curve curve, String unit, ToDoubleFunction<ProxyEpoch> value) {
    return curves(curve, unit, run -> Stream.of(run.ofProxy("", value)));
  }

  private Figure curves(Curve curve, String unit, Function<Run, Stream<Series>> series) {
    return new CurveFigure(
        curve.title,
        "epoch",
        unit,
        runs.stream().flatMap(series).filter(each -> each.x().length > 0).toList());
  }

  private static Stream<Series> proxyTask(Run run) {
    Series memory = run.ofProxy("", each -> 100 * each.found());
    return run.synthesises()
        ? Stream.of(memory, run.ofProxy(", synthetic too", each -> 100 * each.foundAmongAll()))
        : Stream.of(memory);
  }

  private static Stream<Series> falseNegatives(Run run) {
    List<ProxyEpoch> judged =
        run.proxy().stream().filter(each -> each.falseNegatives().isPresent()).toList();
    List<ProxyEpoch> synthetic =
        run.proxy().stream().filter(each -> each.falseSynthetic().isPresent()).toList();
    return Stream.of(
        Run.series(
            run.name() + ", memory",
            judged,
            ProxyEpoch::epoch,
            each -> 100 * each.falseNegatives().orElse(Double.NaN)),
        Run.series(
            run.name() + ", synthetic",
            synthetic,
            ProxyEpoch::epoch,
            each -> 100 * each.falseSynthetic().orElse(Double.NaN)));
  }

  private static Stream<Series> probes(Run run) {
    return Stream.of(
        run.ofProbes(", linear", each -> 100 * each.linear()),
        run.ofProbes(", k-NN", each -> 100 * each.knn()));
  }

  /// Figure 2 of the MoCHi paper: mean matching probability by rank, at a few epochs of the last
  /// run.
  private Figure matching() {
    if (runs.isEmpty()) {
      return curves(Curve.MATCHING, "", run -> Stream.of());
    }
    Run run = runs.getLast();
    List<Series> series = few(run.proxy()).stream().map(PretrainingFigure::byRank).toList();
    return new CurveFigure(
        Curve.MATCHING.title + " of " + run.name(), "rank of the negative", "", series, 0, true);
  }

  private static Series byRank(ProxyEpoch epoch) {
    int ranks = epoch.matching().size();
    return new Series(
        "epoch " + epoch.epoch(),
        ProxyEpoch.RANKS.stream().limit(ranks).mapToDouble(Integer::doubleValue).toArray(),
        epoch.matching().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// The first, the last and some evenly between.
  private static List<ProxyEpoch> few(List<ProxyEpoch> all) {
    if (all.size() <= CURVES) {
      return all;
    }
    var chosen = new ArrayList<ProxyEpoch>();
    for (int i = 0; i < CURVES; i++) {
      chosen.add(all.get(i * (all.size() - 1) / (CURVES - 1)));
    }
    return chosen;
  }
}
