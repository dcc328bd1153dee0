package coretuning.ui.compare;

import coretuning.result.Embedding;
import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.Projection;
import coretuning.result.Snapshot;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.RunNames;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// One run at one epoch, as the view "Embeddings" shows it.
///
/// @param snapshot what was recorded
/// @param images those of it that are shown
/// @param projection their map; empty while there is none
/// @param depth `[N]` how near points are to the viewer, in [-1, 1]; empty on a plane
record MapSide(
    LiveRun run,
    Snapshot snapshot,
    RecordedImages images,
    Optional<Projection> projection,
    Optional<double[]> depth) {

  /// A side without a map.
  MapSide(LiveRun run, Snapshot snapshot, RecordedImages images) {
    this(run, snapshot, images, Optional.empty(), Optional.empty());
  }

  /// The run at the newest epoch that has a map; without any map, at its newest snapshot.
  static Optional<MapSide> newest(LiveRun run) {
    return run.snapshots().descendingMap().values().stream()
        .filter(each -> run.projection(each.epoch()).isPresent())
        .findFirst()
        .or(run::newest)
        .map(snapshot -> of(run, snapshot));
  }

  /// The test images of a snapshot with the map that is kept with the run.
  static MapSide of(LiveRun run, Snapshot snapshot) {
    return new MapSide(run, snapshot, RecordedImages.test(snapshot))
        .withMap(run.projection(snapshot.epoch()));
  }

  /// What to call the run among those on display.
  String name(Comparison comparison) {
    return RunNames.of(run, comparison);
  }

  /// This side with the map of another run, if it has none and the other one recorded the same
  /// features: runs of a comparison start from the same weights, and one map of the start serves
  /// all.
  MapSide withMapOf(List<LiveRun> others) {
    if (projection.isPresent()) {
      return this;
    }
    int epoch = snapshot.epoch();
    return others.stream()
        .filter(other -> other.projection(epoch).isPresent())
        .filter(other ->
            Optional.ofNullable(other.snapshots().get(epoch)).filter(this::isAlike).isPresent())
        .findFirst()
        .map(other -> withMap(other.projection(epoch)))
        .orElse(this);
  }

  private boolean isAlike(Snapshot other) {
    return Arrays.equals(other.embedding().samples(), embedding().samples())
        && Arrays.equals(other.embedding().features(), embedding().features());
  }

  Embedding embedding() {
    return images.embedding();
  }

  /// Whether the evaluation of the finished run speaks of these weights.
  private Optional<Evaluation> evaluation() {
    boolean last = run.newest().filter(snapshot::equals).isPresent();
    return last ? run.evaluation(Part.TEST) : Optional.empty();
  }

  /// Top-1 on the whole test part if it was evaluated with these weights, else on the recorded test
  /// samples, whatever is shown.
  double top1() {
    return evaluation().map(Evaluation::top1).orElseGet(this::recordedTop1);
  }

  private double recordedTop1() {
    int right = 0;
    Embedding all = snapshot.embedding();
    for (int row = 0; row < all.size(); row++) {
      right += all.predictions()[row] == all.labels()[row] ? 1 : 0;
    }
    return (double) right / all.size();
  }

  /// Top-1 of the k-NN vote: on the whole test part if it was evaluated with these weights, else on
  /// the recorded samples.
  double knn() {
    return evaluation().map(Evaluation::knn).orElseGet(snapshot::knn);
  }

  /// The row of a sample, or -1.
  int row(int sample) {
    int[] samples = embedding().samples();
    for (int row = 0; row < samples.length; row++) {
      if (samples[row] == sample) {
        return row;
      }
    }
    return -1;
  }

  /// The samples of some rows.
  BitSet samples(BitSet rows) {
    var samples = new BitSet();
    rows.stream().forEach(row -> samples.set(embedding().samples()[row]));
    return samples;
  }

  /// The rows of some samples.
  BitSet rows(BitSet samples) {
    int[] all = embedding().samples();
    var rows = new BitSet(all.length);
    for (int row = 0; row < all.length; row++) {
      rows.set(row, samples.get(all[row]));
    }
    return rows;
  }

  /// This side with another map.
  MapSide withMap(Optional<Projection> map) {
    return new MapSide(run, snapshot, images, map, Optional.empty());
  }

  /// This side seen in space.
  MapSide withDepth(double[] newDepth) {
    return new MapSide(run, snapshot, images, projection, Optional.of(newDepth));
  }

  /// Number of classes that labels and predictions speak of.
  int classes() {
    int most = 0;
    for (int row = 0; row < embedding().size(); row++) {
      most = Math.max(most, Math.max(embedding().labels()[row], embedding().predictions()[row]));
    }
    return most + 1;
  }
}
