package coretuning.ui.support;

import coretuning.result.Problem;
import coretuning.result.RunControl;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A question that is answered beside the JavaFX thread, with progress and stop. A new question
/// stops the last one and takes its place; late answers to old questions are dropped.
///
/// @param <T> type of the answer
public final class Inquiry<T> {
  private final Background background;
  private final Executor fxThread;
  private final ReadOnlyObjectWrapper<State<T>> state;
  private RunControl control = new RunControl();

  /// Where the newest question stands.
  ///
  /// @param <T> type of the answer
  public sealed interface State<T> {
    /// Nothing was asked.
    record Idle<T>() implements State<T> {}

    /// On the way.
    ///
    /// @param all 0 while it is not known how many there are
    record Asking<T>(int done, int all) implements State<T> {}

    /// The user did not want to wait, and there is nothing to show.
    record Stopped<T>() implements State<T> {}

    /// Here it is.
    record Answered<T>(T answer) implements State<T> {}

    /// There is none, and why.
    record Refused<T>(Problem problem) implements State<T> {}
  }

  /// How the answer is found.
  ///
  /// @param <T> type of the answer
  @FunctionalInterface
  public interface Work<T> {
    /// Called beside the JavaFX thread.
    ///
    /// @return empty if a stop left nothing to show
    /// @throws Problem why there is no answer
    Optional<T> answer(RunControl control, Progress progress);
  }

  /// Gets how far the work has come, from any thread.
  @FunctionalInterface
  public interface Progress {
    /// Tells how far it is.
    ///
    /// @param all 0 while it is not known how many there are
    void at(int done, int all);
  }

  /// @param fxThread takes the progress
  public Inquiry(Background background, Executor fxThread) {
    this.background = background;
    this.fxThread = fxThread;
    state = new ReadOnlyObjectWrapper<>(this, "state", new State.Idle<>());
  }

  /// With a lane of its own beside the JavaFX thread.
  public static <T> Inquiry<T> ofWindow() {
    return new Inquiry<>(Background.ofWindow(), FxThread::later);
  }

  /// Where the newest question stands.
  public ReadOnlyObjectProperty<State<T>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The answer, if it is there.
  public Optional<T> answer() {
    return state.get() instanceof State.Answered<T> answered
        ? Optional.of(answered.answer())
        : Optional.empty();
  }

  /// Asks.
  public void ask(Work<T> work) {
    control.stop();
    var mine = new RunControl();
    control = mine;
    state.set(new State.Asking<>(0, 0));
    var newest = new AtomicReference<State.@Nullable Asking<T>>();
    Progress progress =
        (done, all) -> {
          // The newest wins: one message at a time is on its way.
          if (newest.getAndSet(new State.Asking<>(done, all)) == null) {
            fxThread.execute(() -> {
              State<T> last = newest.getAndSet(null);
              if (last != null && control == mine && state.get() instanceof State.Asking) {
                state.set(last);
              }
            });
          }
        };
    background.run(
        () -> last(work, mine, progress),
        last -> end(mine, last),
        problem -> end(mine, new State.Refused<>(problem)));
  }

  /// A problem is an answer here, on display as long as it holds: nothing for the log.
  private static <T> State<T> last(Work<T> work, RunControl control, Progress progress) {
    if (control.isStopRequested()) {
      return new State.Stopped<>();
    }
    try {
      return work.answer(control, progress)
          .<State<T>>map(State.Answered::new)
          .orElseGet(State.Stopped::new);
    } catch (Problem problem) {
      return new State.Refused<>(problem);
    }
  }

  private void end(RunControl asked, State<T> last) {
    if (control == asked) {
      state.set(last);
    }
  }

  /// Ends the work as soon as it listens; what it has by then may still be an answer.
  public void stop() {
    control.stop();
  }

  /// Forgets question and answer.
  public void clear() {
    control.stop();
    control = new RunControl();
    state.set(new State.Idle<>());
  }
}
