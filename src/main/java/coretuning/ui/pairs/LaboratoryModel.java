package coretuning.ui.pairs;

import coretuning.analysis.mix.ClassPath;
import coretuning.analysis.mix.ContrastSpace;
import coretuning.analysis.mix.MapEstimate;
import coretuning.analysis.mix.Vectors;
import coretuning.result.Projection;
import coretuning.result.RunHeads;
import coretuning.result.Snapshot;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.ui.pairs.PairView.Role;
import coretuning.ui.support.LiveRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The pair laboratory's state: one anchor of one run at one epoch, and two mixing factors.
///
/// @param run the run whose features are mixed
/// @param snapshot of the epoch shown
/// @param bench anchor and partners
/// @param contrast the anchor's side of the contrastive loss
/// @param isProjected whether it is computed behind the projection head; otherwise, on raw features
/// @param estimate where mixes lie on the epoch's map; empty if it was not mapped
record LaboratoryModel(
    LiveRun run,
    Snapshot snapshot,
    Bench bench,
    Bench.Contrast contrast,
    boolean isProjected,
    Optional<MapEstimate> estimate) {
  /// Factors that a test image, never mixed in training, begins with: half, and the least share of
  /// the released code.
  private static final double START_POSITIVE = 0.5;

  private static final int PATH_POINTS = 101;
  private static final int WAY_POINTS = 21;

  /// Sets out an anchor.
  ///
  /// @param heads of the run, if they are known; those of another epoch do not count
  static LaboratoryModel of(LiveRun run, Snapshot snapshot, Bench bench, Optional<RunHeads> heads) {
    MethodSpec.CoreTuning method = method(run);
    var layers =
        heads
            .filter(each -> each.epoch() == snapshot.epoch())
            .map(RunHeads::projection)
            .orElse(List.of());
    return new LaboratoryModel(
        run,
        snapshot,
        bench,
        bench.in(new ContrastSpace(layers), method.temperature(), method.focalExponent()),
        !layers.isEmpty(),
        run.projection(snapshot.epoch()).map(map -> new MapEstimate(snapshot.embedding(), map)));
  }

  /// The run's own constants, or the method's defaults for a run of another method.
  static MethodSpec.CoreTuning method(LiveRun run) {
    return run.spec() instanceof Experiment experiment
            && experiment.method() instanceof MethodSpec.CoreTuning core
        ? core
        : MethodSpec.CoreTuning.defaults();
  }

  /// The factor z+ was mixed by in training, else a half.
  double startPositive() {
    return recorded(true).orElse(START_POSITIVE);
  }

  /// The factor z- was mixed by in training, else the threshold.
  double startNegative() {
    return recorded(false).orElse(method(run).lambdaThreshold());
  }

  private Optional<Double> recorded(boolean isPositive) {
    return bench.pair().mixes().stream()
        .filter(mix -> mix.isPositive() == isPositive)
        .map(PairView.Mix::lambda)
        .findFirst();
  }

  /// The epoch's map.
  Optional<Projection> map() {
    return run.projection(snapshot.epoch());
  }

  /// The places z+ goes through as lambda runs from 0 to 1; empty without map.
  List<MapEstimate.Place> wayOfPositive() {
    return way(bench.feature(Role.HARD_POSITIVE), bench.feature(Role.HARD_NEGATIVE));
  }

  /// Likewise of z-.
  List<MapEstimate.Place> wayOfNegative() {
    return way(bench.feature(Role.RANDOM_NEGATIVE), bench.feature(Role.ANCHOR));
  }

  private List<MapEstimate.Place> way(double[] first, double[] second) {
    return estimate
        .map(each ->
            IntStream.range(0, WAY_POINTS)
                .mapToObj(i -> i / (WAY_POINTS - 1.0))
                .map(share -> each.of(Vectors.mix(first, second, share)))
                .toList())
        .orElse(List.of());
  }

  /// What one run's classifier says between two samples.
  ///
  /// @param classifierEpoch epoch of the classifier's weights
  /// @param featureEpoch epoch of the features
  record Decision(LiveRun run, int classifierEpoch, int featureEpoch, ClassPath path) {}

  /// The decision path of a run at its newest epoch; empty if its classifier is not known or it did
  /// not record the two samples.
  ///
  /// @param first sample at lambda = 1
  /// @param second sample at lambda = 0
  static Optional<Decision> decision(LiveRun run, Optional<RunHeads> heads, int first, int second) {
    var newest = run.newest();
    if (heads.isEmpty() || newest.isEmpty()) {
      return Optional.empty();
    }
    var known = heads.get();
    Snapshot features = run.snapshot(known.epoch()).orElse(newest.get());
    var ends = new ArrayList<double[]>();
    Bench.feature(features, first).ifPresent(ends::add);
    Bench.feature(features, second).ifPresent(ends::add);
    return ends.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Decision(
                run,
                known.epoch(),
                features.epoch(),
                ClassPath.of(known.classifier(), ends.get(0), ends.get(1), PATH_POINTS)));
  }
}
