package coretuning.ui.support;

import coretuning.result.Problem;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work of the views that reads files: done beside the JavaFX thread, in order, its result handed
/// back to it.
public final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor lane;
  private final Executor fxThread;

  /// @param lane does the work
  /// @param fxThread takes the results
  public Background(Executor lane, Executor fxThread) {
    this.lane = lane;
    this.fxThread = fxThread;
  }

  /// One daemon thread beside the JavaFX thread.
  public static Background ofWindow() {
    ExecutorService lane =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("view-lane").daemon(true).factory());
    return new Background(lane, FxThread::later);
  }

  /// Does `work` on the lane, then passes its result to `result` on the JavaFX thread, or what went
  /// wrong to `failure`.
  public <T> void run(Supplier<T> work, Consumer<T> result, Consumer<Problem> failure) {
    lane.execute(() -> {
      try {
        T value = work.get();
        fxThread.execute(() -> result.accept(value));
      } catch (Problem problem) {
        LOG.warn("a view could not read what it shows", problem);
        fxThread.execute(() -> failure.accept(problem));
      } catch (RuntimeException | Error unexpected) {
        LOG.error("a view failed unexpectedly", unexpected);
        var problem =
            new Problem(
                "an error inside the program: " + unexpected,
                "reading for a view",
                "the log has the details; please report it",
                unexpected);
        fxThread.execute(() -> failure.accept(problem));
      }
    });
  }
}
