package coretuning.job;

import coretuning.data.Dataset;
import coretuning.result.SkippedFile;
import coretuning.result.Warning;
import coretuning.store.RunFolder;
import java.util.List;

/// Tells a run's journal and folder what its data set left out.
final class DataNotes {
  private DataNotes() {}

  static void tell(Dataset dataset, RunFolder folder, RunJournal journal) {
    dataset.notes().forEach(journal::note);
    List<SkippedFile> skipped = dataset.skipped();
    if (!skipped.isEmpty()) {
      folder.write(skipped);
      journal.warning(
          new Warning(
              0,
              "%d images could not be read and are left out, e.g. %s (%s); skipped.csv lists all."
                  .formatted(
                      skipped.size(), skipped.getFirst().file(), skipped.getFirst().reason())));
    }
  }
}
