package coretuning.job;

import coretuning.result.Embedding;
import coretuning.result.Projection;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.store.RunFolder;
import java.util.Optional;
import java.util.function.Consumer;

/// Maps a recorded embedding of a run to two dimensions by t-SNE, with the run's seed.
///
/// @param folder gets the map
/// @param embedding one of the run's snapshots'
/// @param like map of the same images, of another epoch or run, over which this one is laid
public record ProjectJob(RunFolder folder, Embedding embedding, Optional<Projection> like)
    implements Job {
  public ProjectJob {
    int size = embedding.size();
    like.filter(map -> map.x().length != size)
        .ifPresent(map -> {
          throw new IllegalArgumentException(
              "a map of %d points is not of the embedding's %d images"
                  .formatted(map.x().length, size));
        });
  }

  /// A map that stands alone.
  public ProjectJob(RunFolder folder, Embedding embedding) {
    this(folder, embedding, Optional.empty());
  }

  @Override
  public String title() {
    return "t-SNE map of " + folder.id();
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    return EmbeddingMap.draw(
        embedding, folder.spec().seed(), like, new RunJournal(folder, events), control);
  }
}
