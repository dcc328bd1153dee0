package coretuning.ui.compare;

import coretuning.result.Embedding;
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

/// The maps of one method of the runs on display, laid over each other: each onto the one before it
/// in its run, and where a run before has a map of the same epoch, onto that. Maps that are kept
/// with runs are taken as they are; the others are computed beside the JavaFX thread when first
/// asked for. For the JavaFX thread.
///
/// @param <T> a map
final class MapBook<T> {
  private record Key(String run, int epoch, ImageSet images) {}

  /// What books share.
  ///
  /// @param ready is told when another map can be asked for
  record Desk(
      Comparison comparison,
      RecordedImages.Shelf shelf,
      Background background,
      StatusLine status,
      Runnable ready) {}

  private final Desk desk;
  private final Cartography<T> cartography;
  private final Map<Key, T> computed = new HashMap<>();
  private final Set<Key> underWay = new HashSet<>();
  private final Map<Key, Optional<T>> aligned = new HashMap<>();

  /// Read beside the JavaFX thread.
  private volatile Optional<ImageSet> wanted = Optional.empty();

  MapBook(Desk desk, Cartography<T> cartography) {
    this.desk = desk;
    this.cartography = cartography;
  }

  /// Says which maps are on display; work on others that has not begun is dropped.
  void want(Optional<ImageSet> images) {
    wanted = images;
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

  /// The map of a snapshot of a run on display; empty while there is none. One that can be computed
  /// will be.
  Optional<T> find(LiveRun run, Snapshot snapshot, ImageSet images) {
    Optional<RecordedImages> shown = desk.shelf().of(snapshot, images);
    var key = new Key(run.id(), snapshot.epoch(), images);
    boolean isMissing = !cartography.isKept(images) && !computed.containsKey(key);
    if (isMissing
        && shown.map(RecordedImages::embedding).filter(cartography::canShow).isPresent()
        && underWay.add(key)) {
      compute(key, shown.get().embedding(), run.spec().seed());
    }
    return peek(run, snapshot, images);
  }

  /// The same, without having it computed.
  Optional<T> peek(LiveRun run, Snapshot snapshot, ImageSet images) {
    var key = new Key(run.id(), snapshot.epoch(), images);
    Optional<T> known = aligned.get(key);
    if (known == null) {
      Optional<T> raw =
          cartography.isKept(images)
              ? cartography.kept(run, snapshot)
              : Optional.ofNullable(computed.get(key));
      known = raw.map(map -> align(run, snapshot, images, map));
      aligned.put(key, known);
    }
    return known;
  }

  private void compute(Key key, Embedding embedding, long seed) {
    desk.background()
        .run(
            () ->
                wanted.filter(key.images()::equals).map(each -> cartography.make(embedding, seed)),
            made -> {
              underWay.remove(key);
              made.ifPresent(map -> {
                computed.put(key, map);
                realign();
                desk.ready().run();
              });
            },
            problem -> {
              // The key stays under way: the same features would fail again.
              desk.status().fail(problem);
            });
  }

  private T align(LiveRun run, Snapshot snapshot, ImageSet images, T map) {
    return reference(run, snapshot, images)
        .map(target -> cartography.over(map, target))
        .orElse(map);
  }

  private Optional<T> reference(LiveRun run, Snapshot snapshot, ImageSet images) {
    LiveRun first = desk.comparison().runs().getFirst();
    if (!first.id().equals(run.id())) {
      Snapshot same = first.snapshots().get(snapshot.epoch());
      Optional<T> beside =
          Optional.ofNullable(same)
              .filter(other -> areOfTheSameImages(other, snapshot, images))
              .flatMap(other -> peek(first, other, images));
      if (beside.isPresent()) {
        return beside;
      }
    }
    return run.snapshots().headMap(snapshot.epoch(), false).descendingMap().values().stream()
        .filter(earlier -> areOfTheSameImages(earlier, snapshot, images))
        .flatMap(earlier -> peek(run, earlier, images).stream())
        .findFirst();
  }

  private boolean areOfTheSameImages(Snapshot a, Snapshot b, ImageSet images) {
    Optional<RecordedImages> ofA = desk.shelf().of(a, images);
    Optional<RecordedImages> ofB = desk.shelf().of(b, images);
    return ofA.isPresent()
        && ofB.isPresent()
        && Arrays.equals(ofA.get().embedding().samples(), ofB.get().embedding().samples());
  }
}
