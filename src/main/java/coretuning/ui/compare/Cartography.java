package coretuning.ui.compare;

import coretuning.result.Embedding;
import coretuning.result.Snapshot;
import coretuning.ui.support.LiveRun;
import java.util.Optional;

/// How maps of one method are made and laid over each other.
///
/// @param <T> a map
interface Cartography<T> {
  /// Whether maps of these images are made by jobs and kept with the runs.
  boolean isKept(ImageSet images);

  /// The map that is kept with a run; empty while there is none.
  Optional<T> kept(LiveRun run, Snapshot snapshot);

  /// Whether an embedding is large enough for a map.
  boolean canShow(Embedding embedding);

  /// Makes a map; called beside the JavaFX thread.
  T make(Embedding embedding, long seed);

  /// A map laid over another one of the same images.
  T over(T map, T target);
}
