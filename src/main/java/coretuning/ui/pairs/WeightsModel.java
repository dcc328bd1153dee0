package coretuning.ui.pairs;

import coretuning.result.FocalWeight;
import coretuning.result.Snapshot;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which focal weights there are: of one class or all, in which order.
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

  private final Comparison comparison;
  private Optional<LiveRun> run = Optional.empty();
  private Optional<Snapshot> snapshot = Optional.empty();
  private Order order = Order.HARDEST;
  private Optional<Integer> label = Optional.empty();

  WeightsModel(Comparison comparison) {
    this.comparison = comparison;
  }

  /// Takes over the newest recorded weights of the runs on display.
  void refresh() {
    run =
        comparison.runs().stream()
            .filter(each -> newest(each).isPresent())
            .reduce((first, second) -> second);
    snapshot = run.flatMap(WeightsModel::newest);
  }

  private static Optional<Snapshot> newest(LiveRun run) {
    return run.snapshots().descendingMap().values().stream()
        .filter(each -> !each.weights().isEmpty())
        .findFirst();
  }

  void order(Order wanted) {
    order = wanted;
  }

  /// Shows one class only, or all.
  void filter(Optional<Integer> wanted) {
    label = wanted;
  }

  /// The weights of the chosen classes in the chosen order.
  List<FocalWeight> shown() {
    return all().stream()
        .filter(weight -> label.isEmpty() || label.get() == weight.label())
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

  /// Classes that occur, ascending.
  List<Integer> labels() {
    return all().stream().map(FocalWeight::label).distinct().sorted().toList();
  }

  /// Epoch in which the weights were recorded.
  Optional<Integer> epoch() {
    return snapshot.map(Snapshot::epoch);
  }

  Optional<LiveRun> run() {
    return run;
  }
}
