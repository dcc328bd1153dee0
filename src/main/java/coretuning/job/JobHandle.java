package coretuning.job;

import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.RunState;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A submitted job, seen from outside. Safe for any thread.
public final class JobHandle {
  private final String title;
  private final RunControl control = new RunControl();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile RunState state = RunState.QUEUED;
  private volatile Optional<Problem> problem = Optional.empty();

  JobHandle(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// Stop and pause.
  public RunControl control() {
    return control;
  }

  public RunState state() {
    return state == RunState.RUNNING && control.isPaused() ? RunState.PAUSED : state;
  }

  /// Why the job failed; empty unless it did.
  public Optional<Problem> problem() {
    return problem;
  }

  /// Blocks until the job has come to a terminal state.
  public RunState await() throws InterruptedException {
    ended.await();
    return state;
  }

  void running() {
    state = RunState.RUNNING;
  }

  void end(RunState terminal, Optional<Problem> why) {
    problem = why;
    state = terminal;
    ended.countDown();
  }
}
