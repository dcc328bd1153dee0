package coretuning.job;

import coretuning.result.Embedding;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.store.RunFolder;
import java.util.function.Consumer;

/// Maps a recorded embedding of a run to two dimensions by t-SNE, with the run's seed.
///
/// @param folder gets the map
/// @param embedding one of the run's snapshots'
public record ProjectJob(RunFolder folder, Embedding embedding) implements Job {
  @Override
  public String title() {
    return "t-SNE map of " + folder.id();
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    return EmbeddingMap.draw(
        embedding, folder.spec().seed(), new RunJournal(folder, events), control);
  }
}
