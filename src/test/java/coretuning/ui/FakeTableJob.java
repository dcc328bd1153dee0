package coretuning.ui;

import coretuning.job.Job;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.spec.TableRun;
import coretuning.store.RunFolder;
import coretuning.store.TableFolder;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Fills a table with the results of [FakeRun]s. Each run takes a permit; every run of a row whose
/// title holds `fails` fails.
final class FakeTableJob implements Job {
  private final TableFolder table;
  private final Semaphore permits;

  FakeTableJob(TableFolder table, Semaphore permits) {
    this.table = table;
    this.permits = permits;
  }

  @Override
  public String title() {
    return "table " + table.spec().title();
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    for (TableRun each : table.spec().runs()) {
      if (table.outcome(each).state() == RunState.FINISHED) {
        continue;
      }
      var experiment = table.spec().experiment(each);
      RunFolder folder = table.folderOrNew(each);
      var run = new FakeRun(folder.id(), experiment);
      folder.writeState(RunState.RUNNING, Optional.empty());
      events.accept(run.started());
      events.accept(run.state(RunState.RUNNING));
      if (!mayGoOn(control)) {
        end(folder, RunState.STOPPED, Optional.empty(), events);
        return false;
      }
      if (each.cell().variant().contains("fails")) {
        var why = new Problem("the loss became NaN", "epoch 3, batch 7", "lower the learning rate");
        end(folder, RunState.FAILED, Optional.of(why), events);
      } else {
        FakeLaboratory.fill(folder, experiment, RunState.FINISHED);
        end(folder, RunState.FINISHED, Optional.empty(), events);
      }
    }
    return true;
  }

  private static void end(
      RunFolder folder, RunState state, Optional<Problem> problem, Consumer<RunEvent> events) {
    folder.writeState(state, problem);
    events.accept(new RunEvent.StateChanged(folder.id(), state, problem));
  }

  private boolean mayGoOn(RunControl control) {
    try {
      while (!permits.tryAcquire(5, TimeUnit.MILLISECONDS)) {
        if (control.isStopRequested()) {
          return false;
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
    return control.awaitGo();
  }
}
