package coretuning.ui.pairs;

import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.Snapshot;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Which anchors there are, in which order, and the pair of the chosen one.
final class PairsModel {
  /// Orders of the list of anchors.
  enum Order {
    /// Least similar hardest positive first.
    HARDEST_POSITIVE,
    /// Most similar hardest negative first.
    HARDEST_NEGATIVE,
    /// As trained.
    STEP;

    private Comparator<HardPair> comparator() {
      return switch (this) {
        case HARDEST_POSITIVE -> Comparator.comparingDouble(HardPair::cosinePositive);
        case HARDEST_NEGATIVE -> Comparator.comparingDouble(HardPair::cosineNegative).reversed();
        case STEP -> Comparator.comparingLong(HardPair::step);
      };
    }
  }

  private final Comparison comparison;
  private Optional<Snapshot> snapshot = Optional.empty();
  private Optional<LiveRun> run = Optional.empty();
  private List<HardPair> anchors = List.of();
  private Optional<Labels> labels = Optional.empty();
  private final Map<Integer, FocalWeight> weights = new HashMap<>();
  private Order order = Order.HARDEST_POSITIVE;
  private Optional<Integer> epoch = Optional.empty();

  PairsModel(Comparison comparison) {
    this.comparison = comparison;
  }

  /// Takes over the recorded pairs of the runs on display, of the chosen epoch or the newest.
  void refresh() {
    run =
        comparison.runs().stream()
            .filter(each -> each.newestWithPairs().isPresent())
            .reduce((first, second) -> second);
    snapshot = run.flatMap(each -> chosen(each).or(each::newestWithPairs));
    labels = snapshot.map(Labels::new);
    weights.clear();
    snapshot.ifPresent(
        found -> found.weights().forEach(weight -> weights.put(weight.sample(), weight)));
    sort();
  }

  /// Orders the anchors.
  void order(Order wanted) {
    order = wanted;
    sort();
  }

  /// Chooses the epoch whose pairs are shown; empty for the newest, whatever that will be.
  void epoch(Optional<Integer> wanted) {
    epoch = wanted;
    refresh();
  }

  private Optional<Snapshot> chosen(LiveRun each) {
    return epoch
        .map(wanted -> each.snapshots().get(wanted))
        .filter(found -> !found.pairs().isEmpty());
  }

  /// Epochs that can be chosen, ascending: those with mined pairs, or of a run that mines none, all
  /// recorded ones.
  List<Integer> epochs() {
    return shownRun().stream()
        .flatMap(each -> each.snapshots().values().stream())
        .filter(each -> run.isEmpty() || !each.pairs().isEmpty())
        .map(Snapshot::epoch)
        .toList();
  }

  /// The run whose pairs are shown, or if none mines, the last one: of a comparison, Core-tuning.
  Optional<LiveRun> shownRun() {
    return run.or(() -> comparison.runs().stream().reduce((first, second) -> second));
  }

  /// The snapshot in view: the chosen epoch's or the newest of [#shownRun].
  Optional<Snapshot> shownSnapshot() {
    return snapshot.or(() ->
        shownRun()
            .flatMap(each ->
                epoch
                    .flatMap(wanted -> Optional.ofNullable(each.snapshots().get(wanted)))
                    .or(each::newest)));
  }

  /// What training mined for an anchor in the epoch in view.
  Optional<PairView> mined(int sample) {
    return recorded(sample)
        .map(pair -> PairView.of(pair, snapshot.orElseThrow(), labels.orElseThrow()));
  }

  /// The anchor, its partners and their features, to mix them anew; empty if they were not
  /// recorded.
  Optional<Bench> bench(int sample) {
    return shownRun()
        .flatMap(each ->
            shownSnapshot()
                .flatMap(found ->
                    Bench.of(found, mined(sample), sample, each.spec().train().batchSize())));
  }

  private void sort() {
    var sorted = new ArrayList<>(snapshot.map(Snapshot::pairs).orElse(List.of()));
    sorted.sort(order.comparator());
    anchors = List.copyOf(sorted);
  }

  /// The recorded pairs in the chosen order, one for each anchor.
  List<HardPair> anchors() {
    return anchors;
  }

  /// Classes of anchors and hardest negatives, ascending.
  List<Integer> pairClasses() {
    return anchors.stream()
        .flatMap(pair -> Stream.of(pair.anchor(), pair.hardNegative()))
        .map(this::label)
        .flatMap(label -> label.stream().boxed())
        .distinct()
        .sorted()
        .toList();
  }

  /// The recorded pairs of anchors of one class, or any, with hardest negatives of one, or any.
  List<HardPair> pairsOf(OptionalInt anchorClass, OptionalInt negativeClass) {
    return anchors.stream()
        .filter(pair -> anchorClass.isEmpty() || label(pair.anchor()).equals(anchorClass))
        .filter(pair -> negativeClass.isEmpty() || label(pair.hardNegative()).equals(negativeClass))
        .toList();
  }

  private OptionalInt label(int sample) {
    return labels.map(known -> known.of(sample)).orElse(OptionalInt.empty());
  }

  /// How the cosines of the mined partners are distributed at each recorded epoch; empty if no
  /// epoch mined.
  Optional<Hardness> hardness() {
    List<Snapshot> mined =
        run.stream()
            .flatMap(each -> each.snapshots().values().stream())
            .filter(each -> !each.pairs().isEmpty())
            .toList();
    return mined.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Hardness(
                mined.stream().mapToDouble(Snapshot::epoch).toArray(),
                cosines(mined, HardPair::cosinePositive),
                cosines(mined, HardPair::cosineNegative),
                cosines(mined, HardPair::cosineRandom)));
  }

  /// Cosines to the anchors, one array for each epoch.
  record Hardness(
      double[] epochs, List<double[]> positive, List<double[]> negative, List<double[]> random) {}

  private static List<double[]> cosines(List<Snapshot> mined, ToDoubleFunction<HardPair> cosine) {
    return mined.stream().map(each -> each.pairs().stream().mapToDouble(cosine).toArray()).toList();
  }

  /// The recorded pairs from the selected one on, or all if none of them is selected.
  List<HardPair> anchorsFromSelected() {
    int from =
        comparison.selectedProperty().get().flatMap(this::recorded).map(anchors::indexOf).orElse(0);
    return anchors.subList(from, anchors.size());
  }

  /// The run whose pairs are shown.
  Optional<LiveRun> run() {
    return run;
  }

  /// Classes of the samples.
  Optional<Labels> labels() {
    return labels;
  }

  /// The recorded pair of an anchor.
  Optional<HardPair> recorded(int sample) {
    return anchors.stream().filter(pair -> pair.anchor() == sample).findFirst();
  }

  /// The pair of the chosen sample: as mined in training if it was an anchor, else as the newest
  /// embedding has it; empty if neither knows the sample.
  Optional<PairView> pair(int sample) {
    return mined(sample).or(() -> compared(sample));
  }

  /// The focal weight of an anchor; empty for samples that were not trained on.
  Optional<FocalWeight> weight(int sample) {
    return Optional.ofNullable(weights.get(sample));
  }

  private Optional<PairView> compared(int sample) {
    return shownSnapshot().flatMap(found -> Hardest.of(found.embedding(), sample));
  }
}
