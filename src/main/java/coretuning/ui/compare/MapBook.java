package coretuning.ui.compare;

import coretuning.analysis.map.MapReliability;
import coretuning.analysis.map.Procrustes;
import coretuning.result.Embedding;
import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import coretuning.result.Snapshot;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.StatusLine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The maps of the runs on display, laid over each other: each onto the one before it in its run,
/// and where a run before has a map of the same epoch, onto that. Stored t-SNE maps are taken as
/// they are; the others are computed beside the JavaFX thread when first asked for. For the JavaFX
/// thread.
final class MapBook {
  private record Key(String run, int epoch, MapMethod method) {}

  private final Comparison comparison;
  private final Background background;
  private final StatusLine status;
  private final Runnable ready;
  private final Map<Key, Projection> computed = new HashMap<>();
  private final Set<Key> underWay = new HashSet<>();
  private final Map<Key, Optional<Projection>> aligned = new HashMap<>();

  /// @param ready is told when another map can be asked for
  MapBook(Comparison comparison, Background background, StatusLine status, Runnable ready) {
    this.comparison = comparison;
    this.background = background;
    this.status = status;
    this.ready = ready;
  }

  /// Forgets how maps lie to each other: for new maps or runs.
  void realign() {
    aligned.clear();
  }

  /// Forgets everything: for other runs.
  void clear() {
    computed.clear();
    aligned.clear();
  }

  /// The map of a snapshot of a run on display; empty while there is none.
  Optional<Projection> find(LiveRun run, Snapshot snapshot, MapMethod method) {
    var key = new Key(run.id(), snapshot.epoch(), method);
    Optional<Projection> known = aligned.get(key);
    if (known == null) {
      known = raw(run, snapshot, method).map(map -> align(run, snapshot, method, map));
      aligned.put(key, known);
    }
    return known;
  }

  private Optional<Projection> raw(LiveRun run, Snapshot snapshot, MapMethod method) {
    if (method == MapMethod.TSNE) {
      return new MapSide(run, snapshot, run.projection(snapshot.epoch()))
          .withMapOf(comparison.runs())
          .projection();
    }
    var key = new Key(run.id(), snapshot.epoch(), method);
    Optional<Projection> known = Optional.ofNullable(computed.get(key));
    if (known.isEmpty() && underWay.add(key)) {
      compute(key, snapshot.embedding(), run.spec().seed());
    }
    return known;
  }

  private void compute(Key key, Embedding embedding, long seed) {
    background.run(
        () -> measured(key.method().project(embedding), embedding, seed),
        map -> {
          underWay.remove(key);
          computed.put(key, map);
          realign();
          ready.run();
        },
        problem -> {
          // The key stays under way: the same features would fail again.
          status.fail(problem);
        });
  }

  private static Projection measured(Projection map, Embedding embedding, long seed) {
    int k = Math.min(MapReliability.DEFAULT_NEIGHBOURS, (embedding.size() - 1) / 2);
    if (k < 1) {
      return map;
    }
    Stream<MapMeasure> reliability =
        MapReliability.of(embedding.features(), embedding.dimension(), map.x(), map.y(), k, seed)
            .measures()
            .stream();
    return map.withMeasures(Stream.concat(reliability, map.measures().stream()).toList());
  }

  private Projection align(LiveRun run, Snapshot snapshot, MapMethod method, Projection map) {
    return reference(run, snapshot, method)
        .map(target -> motion(map, target, method).apply(map))
        .orElse(map);
  }

  /// A circle keeps its middle, and so do principal components: they are only turned.
  private static Procrustes motion(Projection map, Projection target, MapMethod method) {
    Procrustes best = Procrustes.of(map, target, false);
    return method == MapMethod.TSNE
        ? best
        : new Procrustes(best.cosine(), best.sine(), best.mirrored(), 1, 0, 0, best.residual());
  }

  private Optional<Projection> reference(LiveRun run, Snapshot snapshot, MapMethod method) {
    LiveRun first = comparison.runs().getFirst();
    if (first != run) {
      Snapshot same = first.snapshots().get(snapshot.epoch());
      Optional<Projection> beside =
          Optional.ofNullable(same)
              .filter(other -> areOfTheSameImages(other, snapshot))
              .flatMap(other -> find(first, other, method));
      if (beside.isPresent()) {
        return beside;
      }
    }
    return run.snapshots().headMap(snapshot.epoch(), false).descendingMap().values().stream()
        .filter(earlier -> areOfTheSameImages(earlier, snapshot))
        .flatMap(earlier -> find(run, earlier, method).stream())
        .findFirst();
  }

  private static boolean areOfTheSameImages(Snapshot a, Snapshot b) {
    return Arrays.equals(a.embedding().samples(), b.embedding().samples());
  }
}
