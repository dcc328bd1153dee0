package coretuning.gallery;

import coretuning.figure.SweepFigure;
import coretuning.figure.SweepFigure.Cell;
import coretuning.result.Probe;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.SynthesisSpec;
import coretuning.store.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What runs of MoCHi that differ in N, s and s' are worth. Runs with several seeds are averaged;
/// MoCo-v2, which mixes nothing, is what they are compared with.
///
/// @param runs one for each run that has been probed
public record Sweep(List<Point> runs) {

  /// A probed run.
  ///
  /// @param synthesis empty for MoCo-v2
  public record Point(Optional<SynthesisSpec> synthesis, Probe last) {}

  /// The setting that columns are of.
  public enum Columns {
    MIXED("s, mixed of two keys"),
    QUERY_MIXED("s′, mixed with the query");

    private final String title;

    Columns(String title) {
      this.title = title;
    }

    private int of(SynthesisSpec spec) {
      return this == MIXED ? spec.mixed() : spec.queryMixed();
    }
  }

  /// What a cell says.
  public enum Measure {
    KNN("k-NN"),
    LINEAR("linear probe");

    private final String title;

    Measure(String title) {
      this.title = title;
    }

    private double of(Probe probe) {
      return this == KNN ? probe.knn() : probe.linear();
    }
  }

  public Sweep {
    runs = List.copyOf(runs);
  }

  /// Reads the newest probe of each pre-training run of MoCo-v2 or MoCHi; others are left out, as
  /// are those that use the class oracle.
  public static Sweep of(List<RunFolder> folders) {
    var points = new ArrayList<Point>();
    for (RunFolder folder : folders) {
      List<Probe> probes = folder.probes();
      // The first is of fresh weights.
      if (folder.spec() instanceof Pretraining run && probes.size() > 1) {
        point(run.method(), probes.getLast()).ifPresent(points::add);
      }
    }
    return new Sweep(points);
  }

  private static Optional<Point> point(PretrainSpec method, Probe last) {
    return switch (method) {
      case PretrainSpec.MocoV1 _ -> Optional.empty();
      case PretrainSpec.MocoV2 _ -> Optional.of(new Point(Optional.empty(), last));
      case PretrainSpec.Mochi mochi ->
          mochi.synthesis().classOracle()
              ? Optional.empty()
              : Optional.of(new Point(Optional.of(mochi.synthesis()), last));
    };
  }

  /// Whether runs of MoCHi differ in N, s or s'.
  public boolean varies() {
    return runs.stream().flatMap(run -> run.synthesis().stream()).distinct().count() > 1;
  }

  /// The heat map.
  public SweepFigure figure(Columns columns, Measure measure) {
    Map<List<Integer>, List<Double>> values = new TreeMap<>(Sweep::compare);
    for (Point run : runs) {
      run.synthesis()
          .ifPresent(spec ->
              values
                  .computeIfAbsent(
                      List.of(spec.hardest(), columns.of(spec)), key -> new ArrayList<>())
                  .add(100 * measure.of(run.last())));
    }
    var cells = new ArrayList<Cell>();
    values.forEach(
        (key, each) -> cells.add(new Cell(key.getFirst(), key.getLast(), mean(each), each.size())));
    return new SweepFigure(
        "MoCHi over N and " + (columns == Columns.MIXED ? "s" : "s′"),
        measure.title + " of the last epoch, %" + reference(measure),
        "N, hardest keys",
        columns.title,
        cells);
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    int rows = Integer.compare(one.getFirst(), other.getFirst());
    return rows != 0 ? rows : Integer.compare(one.getLast(), other.getLast());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private String reference(Measure measure) {
    OptionalDouble plain =
        runs.stream()
            .filter(run -> run.synthesis().isEmpty())
            .mapToDouble(run -> 100 * measure.of(run.last()))
            .average();
    return plain.isEmpty()
        ? ""
        : String.format(Locale.ROOT, "; MoCo-v2: %.1f", plain.getAsDouble());
  }
}
