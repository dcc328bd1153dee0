package coretuning.ui;

import coretuning.job.Job;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.spec.Experiment;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs one or several experiments as [FakeRun]s. Each epoch takes a permit, so that a test decides
/// how far the job gets.
final class FakeJob implements Job {
  private final List<Experiment> experiments;
  private final Semaphore epochs;

  FakeJob(List<Experiment> experiments, Semaphore epochs) {
    this.experiments = experiments;
    this.epochs = epochs;
  }

  @Override
  public String title() {
    return experiments.size() == 1
        ? "Fine-tune with " + experiments.getFirst().methodTitle()
        : "Compare CE-tuning and Core-tuning";
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    for (int i = 0; i < experiments.size(); i++) {
      if (!runOne("run-" + i, experiments.get(i), control, events)) {
        return false;
      }
    }
    return true;
  }

  private boolean runOne(
      String id, Experiment experiment, RunControl control, Consumer<RunEvent> events) {
    var run = new FakeRun(id, experiment);
    int last = experiment.train().epochs();
    long images = 1000L * last;
    events.accept(run.started());
    events.accept(run.state(RunState.RUNNING));
    run.warnings().forEach(events);
    events.accept(run.snapshot(0));
    events.accept(run.theory(0));
    events.accept(run.projection(0));
    for (int epoch = 1; epoch <= last; epoch++) {
      events.accept(run.progress("epoch %d of %d".formatted(epoch, last), 1000L * epoch, images));
      if (!mayGoOn(control)) {
        events.accept(run.state(RunState.STOPPED));
        return false;
      }
      run.steps(epoch).forEach(events);
      events.accept(run.epoch(epoch));
      events.accept(run.diagnosed(epoch));
      if (epoch % experiment.recording().every() == 0 || epoch == last) {
        events.accept(run.snapshot(epoch));
        events.accept(run.theory(epoch));
      }
    }
    events.accept(run.evaluated());
    events.accept(run.progress("t-SNE", 600, 1000));
    events.accept(run.projection(last));
    events.accept(run.state(RunState.FINISHED));
    return true;
  }

  /// Waits for the next epoch's permit, or for the stop.
  private boolean mayGoOn(RunControl control) {
    try {
      while (!epochs.tryAcquire(5, TimeUnit.MILLISECONDS)) {
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
