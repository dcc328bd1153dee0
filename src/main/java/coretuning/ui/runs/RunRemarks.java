package coretuning.ui.runs;

import coretuning.result.Remarks;
import coretuning.result.RunSummary;
import coretuning.store.RemarksFile;
import coretuning.store.RunStore;
import coretuning.ui.support.Background;
import coretuning.ui.support.Messages;
import coretuning.ui.support.StatusLine;
import java.nio.file.Path;

/// Keeps what the user notes on runs.
public final class RunRemarks {
  private final RunStore store;
  private final Background background;
  private final StatusLine status;
  private final Messages messages;

  public RunRemarks(RunStore store, Background background, StatusLine status, Messages messages) {
    this.store = store;
    this.background = background;
    this.status = status;
    this.messages = messages;
  }

  /// Writes the remarks on a run, then calls `done`.
  void keep(RunSummary run, Remarks remarks, Runnable done) {
    background.run(
        () -> write(run, remarks),
        written -> {
          status.say(messages.text("runs.noted", run.id()));
          done.run();
        },
        status::fail);
  }

  /// Writes the remarks on a run at once: the window is closing.
  ///
  /// @throws coretuning.result.Problem if the run is gone or the disk refuses
  void keepNow(RunSummary run, Remarks remarks) {
    write(run, remarks);
  }

  private Path write(RunSummary run, Remarks remarks) {
    Path folder = store.root().resolve(run.id());
    RemarksFile.write(folder, remarks);
    return folder;
  }
}
