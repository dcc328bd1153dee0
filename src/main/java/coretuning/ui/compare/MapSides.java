package coretuning.ui.compare;

import coretuning.result.Projection;
import coretuning.result.RunEvent;
import coretuning.result.Snapshot;
import coretuning.result.SphereView;
import coretuning.ui.map.Bounds;
import coretuning.ui.map.PointCloud;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;

/// The runs on display at the epoch of the track, each with its map of the chosen images by the
/// chosen method. For the JavaFX thread.
final class MapSides {
  private static final Bounds GLOBE = new Bounds(-1, -1, 1, 1);

  private final Comparison comparison;
  private final MapChoices choices;
  private final EpochTrack track;
  private final RecordedImages.Shelf shelf;
  private final Map<MapMethod, MapBook<Projection>> planes = new EnumMap<>(MapMethod.class);
  private final MapBook<SphereView> spheres;
  private final Map<SphereView, Seen> seen = new WeakHashMap<>();

  /// A sphere from one side.
  private record Seen(Turn turn, Projection map, double[] depth) {}

  MapSides(MapBook.Desk desk, MapChoices choices, EpochTrack track) {
    comparison = desk.comparison();
    shelf = desk.shelf();
    this.choices = choices;
    this.track = track;
    for (MapMethod method : List.of(MapMethod.TSNE, MapMethod.PCA, MapMethod.CIRCLE)) {
      planes.put(method, new MapBook<>(desk, new PlaneMaps(method, comparison)));
    }
    spheres = new MapBook<>(desk, new SphereMaps());
  }

  /// Forgets how maps lie to each other: for new maps or runs.
  void realign() {
    planes.values().forEach(MapBook::realign);
    spheres.realign();
  }

  /// Forgets everything: for other runs.
  void clear() {
    planes.values().forEach(MapBook::clear);
    spheres.clear();
  }

  /// All sides, in the order of the runs; a run without the chosen images has none.
  List<MapSide> all() {
    MapMethod method = choices.methodProperty().get();
    Optional<ImageSet> images = Optional.of(choices.imagesProperty().get());
    planes.forEach((each, book) -> book.want(images.filter(shown -> each == method)));
    spheres.want(images.filter(shown -> method == MapMethod.SPHERE));
    return comparison.runs().stream().flatMap(run -> of(run).stream()).toList();
  }

  /// The run at the epoch on display. At the end of the track, t-SNE of test images shows the
  /// newest epoch that has a map: while a run goes on, its newest one has none yet.
  Optional<MapSide> of(LiveRun run) {
    if (track.epoch().isEmpty()) {
      return Optional.empty();
    }
    ImageSet images = choices.imagesProperty().get();
    boolean isKept = choices.methodProperty().get() == MapMethod.TSNE && images == ImageSet.TEST;
    Optional<MapSide> side =
        track.isAtEnd() && isKept
            ? MapSide.newest(run)
            : newest(run, track.epoch().getAsInt(), images)
                .flatMap(snapshot ->
                    shelf.of(snapshot, images).map(shown -> new MapSide(run, snapshot, shown)));
    return side.map(this::mapped);
  }

  /// The newest snapshot of the chosen images up to an epoch; the first one if all came later.
  private Optional<Snapshot> newest(LiveRun run, int epoch, ImageSet images) {
    Stream<Snapshot> before =
        run.snapshots().headMap(epoch, true).descendingMap().values().stream();
    return Stream.concat(before, run.snapshots().values().stream())
        .filter(each -> shelf.of(each, images).isPresent())
        .findFirst();
  }

  private MapSide mapped(MapSide side) {
    ImageSet images = choices.imagesProperty().get();
    MapMethod method = choices.methodProperty().get();
    MapBook<Projection> plane = planes.get(method);
    if (plane != null) {
      return side.withMap(plane.find(side.run(), side.snapshot(), images));
    }
    return spheres
        .find(side.run(), side.snapshot(), images)
        .map(this::turned)
        .map(each -> side.withMap(Optional.of(each.map())).withDepth(each.depth()))
        .orElseGet(() -> side.withMap(Optional.empty()));
  }

  private Seen turned(SphereView sphere) {
    Turn turn = choices.turnProperty().get();
    Seen known = seen.get(sphere);
    if (known == null || !known.turn().equals(turn)) {
      double[][] places = turn.seen(sphere);
      known =
          new Seen(turn, MapMethod.seen("unit sphere", places, sphere.explainedShare()), places[2]);
      seen.put(sphere, known);
    }
    return known;
  }

  /// The rectangle around all epochs' maps of all runs, so that points do not jump with the frame.
  Optional<Bounds> extent() {
    MapMethod method = choices.methodProperty().get();
    ImageSet images = choices.imagesProperty().get();
    MapBook<Projection> plane = planes.get(method);
    if (plane == null) {
      return Optional.of(GLOBE);
    }
    // Maps that are made in a moment are made now, to be there when the epochs are played.
    boolean isQuick = method != MapMethod.TSNE;
    return comparison.runs().stream()
        .flatMap(run ->
            run.snapshots().values().stream()
                .flatMap(snapshot ->
                    (isQuick
                            ? plane.find(run, snapshot, images)
                            : plane.peek(run, snapshot, images))
                        .stream()))
        .map(map -> new PointCloud(map.x(), map.y()).bounds())
        .reduce(Bounds::with);
  }

  /// The map of a side that a job is making.
  Optional<RunEvent.MapMoved> moving(MapSide side) {
    return side.run()
        .moving()
        .filter(each -> choices.methodProperty().get() == MapMethod.TSNE)
        .filter(each -> choices.imagesProperty().get() == ImageSet.TEST)
        .filter(each -> each.epoch() == side.snapshot().epoch())
        .filter(each -> each.layout().x().length == side.embedding().size());
  }

  /// Why the maps on display could not show some images; empty if they can.
  ///
  /// @return key of a text
  Optional<String> lacks(ImageSet images) {
    boolean isComplete =
        comparison.runs().stream()
            .allMatch(run ->
                run.snapshots().isEmpty()
                    || run.snapshots().values().stream()
                        .anyMatch(each -> shelf.of(each, images).isPresent()));
    return isComplete ? Optional.empty() : Optional.of("images.none");
  }

  /// Why a method cannot show the runs on display; empty if it can.
  ///
  /// @return key of a text
  Optional<String> lacks(MapMethod method) {
    boolean isFlat =
        comparison.runs().stream()
            .flatMap(run -> run.newest().stream())
            .anyMatch(each -> each.embedding().dimension() < 3);
    return method == MapMethod.SPHERE && isFlat
        ? Optional.of("method.SPHERE.flat")
        : Optional.empty();
  }
}
