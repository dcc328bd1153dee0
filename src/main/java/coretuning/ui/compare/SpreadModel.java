package coretuning.ui.compare;

import coretuning.figure.AlignmentUniformityFigure;
import coretuning.figure.Figure;
import coretuning.gallery.SpreadFigures;
import coretuning.result.Snapshot;
import coretuning.result.Spread;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.RunNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// How classes lie in the feature spaces of the runs on display, before training and at an epoch.
/// All is measured in the original space.
final class SpreadModel {

  /// What can be looked at.
  enum Subject {
    /// Distances of images to the centre of their class, class by class.
    OWN_CENTRE,
    /// Distances of images to the nearest centre of another class.
    OTHER_CENTRE,
    /// Distances between class centres.
    CENTRES,
    /// Alignment and uniformity over epochs.
    TRAIL,
    /// Means, and the intra-class distance of each class.
    SUMMARY
  }

  private static final int MAPS_IN_A_ROW = 2;

  private final Comparison comparison;
  private final String before;
  private Subject subject = Subject.OWN_CENTRE;
  private Optional<Integer> epoch = Optional.empty();

  /// @param before name of what is common to all runs: the state before training
  SpreadModel(Comparison comparison, String before) {
    this.comparison = comparison;
    this.before = before;
  }

  void choose(Subject chosen) {
    subject = chosen;
  }

  /// Chooses the epoch that is compared with the start; empty for the newest.
  void chooseEpoch(Optional<Integer> chosen) {
    epoch = chosen;
  }

  /// Whether the subject is one of an epoch.
  boolean isOfOneEpoch() {
    return subject != Subject.TRAIL;
  }

  /// Epochs that any run has recorded, without the start.
  List<Integer> epochs() {
    var known = new TreeSet<Integer>();
    comparison.runs().forEach(run -> known.addAll(run.snapshots().keySet()));
    known.remove(0);
    return List.copyOf(known);
  }

  /// The start, which runs of a comparison share, and each run at the epoch.
  List<SpreadFigures.Side> sides() {
    var sides = new ArrayList<SpreadFigures.Side>();
    comparison.runs().stream()
        .flatMap(run -> Optional.ofNullable(run.snapshots().get(0)).stream())
        .findFirst()
        .ifPresent(start -> sides.add(new SpreadFigures.Side(before, start)));
    for (LiveRun run : comparison.runs()) {
      epoch
          .flatMap(run::snapshot)
          .or(() -> epoch.isPresent() ? Optional.empty() : run.newest())
          .filter(found -> found.epoch() > 0)
          .ifPresent(
              found -> sides.add(new SpreadFigures.Side(RunNames.of(run, comparison), found)));
    }
    return sides;
  }

  /// Prepares what is to be shown.
  ///
  /// @param names of the classes, given their number
  /// @return draws it, measuring first: to be called beside the JavaFX thread; empty while nothing
  ///   is recorded
  Optional<Supplier<Figure>> figure(Function<Integer, List<String>> names) {
    List<SpreadFigures.Side> sides = sides();
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    int classes =
        sides.stream()
            .mapToInt(each -> each.snapshot().spread().intraPerClass().length)
            .max()
            .orElseThrow();
    var figures = new SpreadFigures(sides, names.apply(classes));
    return switch (subject) {
      case OWN_CENTRE -> Optional.of(() -> figures.ownCentre("", ""));
      case OTHER_CENTRE -> Optional.of(() -> figures.nearestOther(""));
      case CENTRES -> Optional.of(() -> figures.centres("", MAPS_IN_A_ROW));
      case TRAIL -> {
        Figure trails = trails();
        yield Optional.of(() -> trails);
      }
      case SUMMARY -> Optional.of(() -> figures.means(""));
    };
  }

  private Figure trails() {
    return new AlignmentUniformityFigure(
        "",
        comparison.runs().stream()
            .filter(run -> !run.snapshots().isEmpty())
            .map(run ->
                new AlignmentUniformityFigure.Trail(
                    RunNames.of(run, comparison),
                    along(run, Spread::alignment),
                    along(run, Spread::uniformity)))
            .toList());
  }

  private static double[] along(LiveRun run, ToDoubleFunction<Spread> value) {
    return run.snapshots().values().stream().map(Snapshot::spread).mapToDouble(value).toArray();
  }
}
