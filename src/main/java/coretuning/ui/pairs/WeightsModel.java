package coretuning.ui.pairs;

import coretuning.analysis.FocalHistory;
import coretuning.gallery.WeightFigures;
import coretuning.result.FocalCourse;
import coretuning.result.FocalWeight;
import coretuning.result.Snapshot;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.RunNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Which focal weights there are: of which run, of one class or all, in which order; those of the
/// newest epoch and how they came there.
final class WeightsModel {
  /// Orders of the images.
  enum Order {
    HARDEST,
    EASIEST;

    private Comparator<FocalWeight> comparator() {
      Comparator<FocalWeight> rising = Comparator.comparingDouble(FocalWeight::weight);
      return this == HARDEST ? rising.reversed() : rising;
    }
  }

  /// What the recorded epochs of a run say of its anchors.
  record Courses(FocalHistory history, NegativeClasses negatives) {
    static final Courses NONE =
        new Courses(new FocalHistory(List.of(), List.of()), NegativeClasses.NONE);
  }

  private final Comparison comparison;
  private List<LiveRun> runs = List.of();
  private Optional<LiveRun> run = Optional.empty();
  private Optional<Snapshot> snapshot = Optional.empty();
  private Optional<String> wanted = Optional.empty();
  private Order order = Order.HARDEST;
  private FocalHistory.Order rows = FocalHistory.Order.MEAN;
  private OptionalInt label = OptionalInt.empty();
  private Courses courses = Courses.NONE;

  WeightsModel(Comparison comparison) {
    this.comparison = comparison;
  }

  /// Takes over the newest recorded weights of the chosen run on display, of the last one if that
  /// has none.
  void refresh() {
    Optional<LiveRun> before = run;
    runs = comparison.runs().stream().filter(each -> newest(each).isPresent()).toList();
    run =
        runs.stream()
            .filter(each -> wanted.filter(each.id()::equals).isPresent())
            .findFirst()
            .or(() -> runs.stream().reduce((first, second) -> second));
    snapshot = run.flatMap(WeightsModel::newest);
    if (!before.equals(run)) {
      courses = Courses.NONE;
    }
  }

  private static Optional<Snapshot> newest(LiveRun run) {
    return run.snapshots().descendingMap().values().stream()
        .filter(each -> !each.weights().isEmpty())
        .findFirst();
  }

  /// Names of the runs that have weights, in the order of [#choose].
  List<String> runNames() {
    return runs.stream().map(each -> RunNames.of(each, comparison)).toList();
  }

  /// Position of the run in view among [#runNames]; -1 if there is none.
  int position() {
    return run.map(runs::indexOf).orElse(-1);
  }

  /// Shows the run of that position.
  void choose(int position) {
    wanted = Optional.of(runs.get(position).id());
    refresh();
  }

  /// Work that follows the anchors of the run in view through its epochs, to be done beside the
  /// JavaFX thread; empty without a run.
  Optional<Supplier<Courses>> following() {
    return run.map(each -> {
      var snapshots = new ArrayList<>(each.snapshots().values());
      return () -> {
        var recorded = new TreeMap<Integer, List<FocalWeight>>();
        snapshots.forEach(taken -> recorded.put(taken.epoch(), taken.weights()));
        return new Courses(FocalHistory.of(recorded), NegativeClasses.of(snapshots));
      };
    });
  }

  /// Takes over what [#following] found.
  void follow(Courses found) {
    courses = found;
  }

  void order(Order chosen) {
    order = chosen;
  }

  /// Orders the rows of the heat map.
  void rows(FocalHistory.Order chosen) {
    rows = chosen;
  }

  /// Shows one class only, or all.
  void filter(OptionalInt chosen) {
    label = chosen;
  }

  /// The weights of the chosen classes in the newest epoch, in the chosen order.
  List<FocalWeight> shown() {
    return all().stream()
        .filter(weight -> label.isEmpty() || label.getAsInt() == weight.label())
        .sorted(order.comparator())
        .toList();
  }

  /// The largest weights of the chosen classes, largest first.
  List<FocalWeight> hardest(int most) {
    return shown().stream().sorted(Order.HARDEST.comparator()).limit(most).toList();
  }

  private List<FocalWeight> all() {
    return snapshot.map(Snapshot::weights).orElse(List.of());
  }

  /// Classes that occur, ascending: in the newest epoch until all were followed.
  List<Integer> labels() {
    List<Integer> followed = courses.history().labels();
    return !followed.isEmpty()
        ? followed
        : all().stream().map(FocalWeight::label).distinct().sorted().toList();
  }

  /// The anchors of the chosen classes that stay hard, hardest first.
  List<FocalCourse> stayingHard() {
    return courses.history().of(label).hard();
  }

  /// Number of recorded epochs with weights.
  int recordedEpochs() {
    return courses.history().epochs().size();
  }

  /// Classes that an anchor is mistaken for.
  List<NegativeClasses.Count> negatives(int anchor) {
    return courses.negatives().of(anchor);
  }

  /// Figures of the chosen classes over the recorded epochs; empty until they were followed.
  ///
  /// @param names of that many classes
  Optional<WeightFigures> figures(IntFunction<List<String>> names) {
    if (run.isEmpty() || courses.history().courses().isEmpty()) {
      return Optional.empty();
    }
    int classes = 1 + courses.history().labels().getLast();
    return Optional.of(
        new WeightFigures(
                courses.history(), RunNames.of(run.get(), comparison), names.apply(classes))
            .of(label));
  }

  /// In which order the heat map has its rows.
  FocalHistory.Order rows() {
    return rows;
  }

  /// Epoch in which the weights were recorded.
  Optional<Integer> epoch() {
    return snapshot.map(Snapshot::epoch);
  }

  Optional<LiveRun> run() {
    return run;
  }
}
