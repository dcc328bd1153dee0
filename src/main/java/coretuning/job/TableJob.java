package coretuning.job;

import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.result.TableOutcome;
import coretuning.spec.TableRun;
import coretuning.store.RunFolder;
import coretuning.store.TableFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Fills a table run by run: what is finished is passed over, what was left is gone on with, what
/// failed is tried again. So a table that was stopped or killed is continued by starting it again,
/// and ends as if nothing had happened.
///
/// A run that fails leaves its reason in its folder and the others go on; at the end the job fails
/// with the number of such runs. No maps are drawn.
public final class TableJob implements Job {
  private final TableFolder table;
  private final Path cache;

  /// @param cache keeps decoded images between runs
  public TableJob(TableFolder table, Path cache) {
    this.table = table;
    this.cache = cache;
  }

  @Override
  public String title() {
    return "table " + table.spec().title();
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    requireIdle();
    var progress = new TableProgress(table.spec(), events);
    var failures = new ArrayList<Problem>();
    for (TableRun run : table.spec().runs()) {
      if (table.outcome(run).state() == RunState.FINISHED) {
        progress.passOver(run);
        continue;
      }
      if (!control.awaitGo()) {
        return false;
      }
      progress.begin(run);
      try {
        if (!fill(run, control, progress)) {
          return false;
        }
      } catch (Problem failure) {
        failures.add(failure);
      }
      progress.end(run);
    }
    raise(failures);
    return true;
  }

  private void requireIdle() {
    for (TableOutcome each : table.outcomes()) {
      if (each.state() == RunState.RUNNING) {
        throw new Problem(
            "another program is working on this table",
            table.runs().root().resolve(each.folder()).toString(),
            "wait for it, or end it first");
      }
    }
  }

  /// What goes wrong before the run itself begins is written into its folder here.
  private boolean fill(TableRun run, RunControl control, Consumer<RunEvent> events) {
    RunFolder folder = table.folderOrNew(run);
    // Lest an older failure look like one of now.
    folder.writeState(RunState.QUEUED, Optional.empty());
    try {
      return FineTuneJob.resume(folder, new Workspace(table.runs(), cache))
          .withoutMaps()
          .run(control, events);
    } catch (Problem failure) {
      if (folder.state() != RunState.FAILED) {
        folder.writeState(RunState.FAILED, Optional.of(failure));
        events.accept(
            new RunEvent.StateChanged(folder.id(), RunState.FAILED, Optional.of(failure)));
      }
      throw failure;
    }
  }

  private void raise(List<Problem> failures) {
    if (failures.isEmpty()) {
      return;
    }
    Problem first = failures.getFirst();
    throw new Problem(
        "%d of the table's %d runs failed, the first because %s"
            .formatted(failures.size(), table.spec().runs().size(), first.what()),
        first.where(),
        first.remedy() + "; then start the table again: the others are kept",
        first);
  }
}
