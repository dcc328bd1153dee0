package coretuning.ui.support;

import coretuning.job.Job;
import coretuning.job.JobHandle;
import coretuning.job.JobQueue;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Starts jobs for the window, one at a time, and holds the running one: its events go to the
/// [Comparison], its end to the [StatusLine]. For the JavaFX thread.
public final class JobDesk {
  private final JobQueue queue;
  private final Comparison comparison;
  private final StatusLine status;
  private final Executor fxThread;
  private final EventBridge bridge;
  private final ReadOnlyObjectWrapper<RunState> state =
      new ReadOnlyObjectWrapper<>(this, "state", RunState.FINISHED);
  private final List<Consumer<List<RunEvent>>> listeners = new ArrayList<>();
  private Optional<JobHandle> current = Optional.empty();

  /// @param pulse see [EventBridge#fxPulse]
  /// @param fxThread see [FxThread#later]
  public JobDesk(
      JobQueue queue, Comparison comparison, StatusLine status, Executor pulse, Executor fxThread) {
    this.queue = queue;
    this.comparison = comparison;
    this.status = status;
    this.fxThread = fxThread;
    bridge = new EventBridge(pulse, this::take);
  }

  /// Starts a job; its runs take the place of those on display.
  ///
  /// @throws IllegalStateException if a job is running
  public void start(Job job) {
    comparison.clear();
    goOn(job);
  }

  /// Starts a job that goes on with the runs on display.
  ///
  /// @throws IllegalStateException if a job is running
  public void goOn(Job job) {
    if (isBusy()) {
      throw new IllegalStateException("a job is running");
    }
    state.set(RunState.RUNNING);
    status.say(job.title());
    current =
        Optional.of(queue.submit(job, bridge, handle -> fxThread.execute(() -> ended(handle))));
  }

  /// Waits after the batch in hand.
  public void pause() {
    if (isBusy()) {
      current.ifPresent(handle -> handle.control().pause());
      state.set(RunState.PAUSED);
    }
  }

  /// Ends a pause.
  public void resume() {
    if (isBusy()) {
      current.ifPresent(handle -> handle.control().resume());
      state.set(RunState.RUNNING);
    }
  }

  /// Ends the job after the batch in hand.
  public void stop() {
    if (isBusy()) {
      current.ifPresent(handle -> handle.control().stop());
      status.say("stopping after the batch in hand");
    }
  }

  public boolean isBusy() {
    return !state.get().isTerminal();
  }

  /// State of the newest job; terminal while none runs.
  public ReadOnlyObjectProperty<RunState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Calls `listener` with every batch of events, after the [Comparison] has taken it in.
  public void listen(Consumer<List<RunEvent>> listener) {
    listeners.add(listener);
  }

  private void take(List<RunEvent> batch) {
    for (RunEvent event : batch) {
      if (event instanceof RunEvent.Note note) {
        status.note(note.text());
      }
    }
    comparison.accept(batch);
    listeners.forEach(each -> each.accept(batch));
  }

  private void ended(JobHandle handle) {
    bridge.deliver();
    state.set(handle.state());
    handle
        .problem()
        .ifPresentOrElse(
            status::fail,
            () -> status.say(handle.title() + (isStopped(handle) ? " – stopped" : " – finished")));
  }

  private static boolean isStopped(JobHandle handle) {
    return handle.state() == RunState.STOPPED;
  }
}
