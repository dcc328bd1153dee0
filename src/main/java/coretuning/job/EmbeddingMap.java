package coretuning.job;

import coretuning.analysis.map.Tsne;
import coretuning.result.Embedding;
import coretuning.result.Projection;
import coretuning.result.RunControl;

/// Draws the t-SNE map of a recorded embedding and keeps it with the run.
final class EmbeddingMap {
  private EmbeddingMap() {}

  /// Maps the embedding; one of too few images is left without a map, with a note.
  ///
  /// @return whether it was done; false if a stop came first
  static boolean draw(Embedding embedding, long seed, RunJournal journal, RunControl control) {
    if (embedding.size() < Tsne.FEWEST_IMAGES) {
      journal.note("too few images for a map: " + embedding.size());
      return true;
    }
    var tsne = Tsne.withSeed(seed);
    Projection map =
        tsne.project(
            embedding.features(),
            embedding.dimension(),
            control,
            done ->
                journal.progress(
                    "t-SNE map of epoch " + embedding.epoch(),
                    done,
                    tsne.iterations(),
                    Double.NaN,
                    Double.NaN));
    if (control.isStopRequested()) {
      return false;
    }
    journal.projection(embedding.epoch(), map);
    return true;
  }
}
