package coretuning.figure;

import coretuning.result.EpochMetrics;
import coretuning.result.Probe;
import coretuning.result.ProxyEpoch;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// How contrastive pre-training goes: loss, proxy task with and without synthetic negatives, false
/// negatives among the hardest, what the frozen backbone is worth, how much of their space the
/// features use, and how hard the hardest negatives are.
///
/// The loss is expected to rise at first: the queue starts with random keys, which are easy to tell
/// from any query, and fills with keys of images.
///
/// @param title may be empty
/// @param runs in the order of their colours
public record PretrainingFigure(String title, List<Run> runs) implements Figure {
  private static final int COLUMNS = 3;
  private static final int CURVES = 5;

  /// What is known of one run; each list by epoch, ascending.
  ///
  /// @param name in the legends
  public record Run(
      String name, List<EpochMetrics> epochs, List<ProxyEpoch> proxy, List<Probe> probes) {
    public Run {
      epochs = List.copyOf(epochs);
      proxy = List.copyOf(proxy);
      probes = List.copyOf(probes);
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
    return runs.stream().anyMatch(run -> !run.epochs().isEmpty());
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
    return List.of(
        curves(
            "Loss (rises while the queue fills)",
            "nats",
            run -> Stream.of(run.ofEpochs(EpochMetrics::loss))),
        curves("Own key first", "% of queries", PretrainingFigure::proxyTask),
        curves("False among the hardest negatives", "%", PretrainingFigure::falseNegatives),
        curves("Probes of the frozen backbone", "top-1 %", PretrainingFigure::probes),
        curves(
            "Dimensions in use (effective rank)",
            "",
            run -> Stream.of(run.ofProxy("", ProxyEpoch::effectiveRank))),
        matching());
  }

  private Figure curves(String name, String unit, Function<Run, Stream<Series>> series) {
    return new CurveFigure(
        name,
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
    Run run = runs.getLast();
    List<Series> series = few(run.proxy()).stream().map(PretrainingFigure::byRank).toList();
    return new CurveFigure(
        "Matching probability of " + run.name(), "rank of the negative", "", series, 0, true);
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
