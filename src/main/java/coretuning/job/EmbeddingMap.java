package coretuning.job;

import coretuning.analysis.map.MapReliability;
import coretuning.analysis.map.Procrustes;
import coretuning.analysis.map.Tsne;
import coretuning.analysis.map.TsneListener;
import coretuning.analysis.map.TsneStart;
import coretuning.result.Embedding;
import coretuning.result.Layout;
import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import coretuning.result.RunControl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws the t-SNE map of a recorded embedding, measures how far it can be trusted and keeps it
/// with the run.
final class EmbeddingMap {
  private EmbeddingMap() {}

  /// Maps the embedding; one of too few images is left without a map, with a note.
  ///
  /// @return whether it was done; false if a stop came first
  static boolean draw(Embedding embedding, long seed, RunJournal journal, RunControl control) {
    return draw(embedding, seed, Optional.empty(), journal, control);
  }

  /// As above, laid over another map.
  ///
  /// @param like map of the same images in the same order, by which this one starts and to which it
  ///   is then turned
  static boolean draw(
      Embedding embedding,
      long seed,
      Optional<Projection> like,
      RunJournal journal,
      RunControl control) {
    Tsne tsne =
        like.<TsneStart>map(map -> new TsneStart.Arrangement(map.x(), map.y()))
            .map(Tsne.withSeed(seed)::from)
            .orElseGet(() -> Tsne.withSeed(seed));
    if (isTooSmall(embedding, journal)) {
      return true;
    }
    return draw(embedding, tsne, like, journal, control).isPresent();
  }

  /// Whether there are too few images for a map; notes it if so.
  static boolean isTooSmall(Embedding embedding, RunJournal journal) {
    boolean tooSmall = embedding.size() < Tsne.FEWEST_IMAGES;
    if (tooSmall) {
      journal.note("too few images for a map: " + embedding.size());
    }
    return tooSmall;
  }

  /// Maps an embedding that is large enough in a given way, then turns the map to lie over another.
  ///
  /// @return the map that was kept; empty if a stop came first
  static Optional<Projection> draw(
      Embedding embedding,
      Tsne tsne,
      Optional<Projection> like,
      RunJournal journal,
      RunControl control) {
    Projection map =
        tsne.project(
            embedding.features(),
            embedding.dimension(),
            control,
            new Reporter(journal, embedding.epoch(), tsne.iterations()));
    if (control.isStopRequested()) {
      return Optional.empty();
    }
    Projection turned =
        like.map(target -> Procrustes.of(map, target, false).apply(map)).orElse(map);
    Projection kept = measured(embedding, turned, tsne.seed());
    journal.projection(embedding.epoch(), kept);
    return Optional.of(kept);
  }

  private static Projection measured(Embedding embedding, Projection map, long seed) {
    int k = Math.min(MapReliability.DEFAULT_NEIGHBOURS, (embedding.size() - 1) / 2);
    List<MapMeasure> reliability =
        MapReliability.of(embedding.features(), embedding.dimension(), map.x(), map.y(), k, seed)
            .measures();
    return map.withMeasures(Stream.concat(map.measures().stream(), reliability.stream()).toList());
  }

  /// Tells the journal how far the map is and where its points are.
  private record Reporter(RunJournal journal, int epoch, int iterations) implements TsneListener {
    @Override
    public void progressed(int done) {
      journal.progress("t-SNE map of epoch " + epoch, done, iterations, Double.NaN, Double.NaN);
    }

    @Override
    public void moved(Layout layout) {
      journal.mapMoved(epoch, layout);
    }
  }
}
