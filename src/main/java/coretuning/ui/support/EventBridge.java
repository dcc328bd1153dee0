package coretuning.ui.support;

import coretuning.result.RunEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Carries the events of a job from the device lane to the JavaFX thread, in batches and at most 20
/// times a second, so that a fast job cannot flood the window. Of a run's progress and of its
/// moving maps only the newest event is delivered; every other event is, in its order.
///
/// Safe for any number of sending threads.
public final class EventBridge implements Consumer<RunEvent> {
  private static final long INTERVAL_MILLIS = 1000 / 20;

  private final Executor pulse;
  private final Consumer<List<RunEvent>> sink;
  private final List<RunEvent> waiting = new ArrayList<>();
  private final Map<Topic, RunEvent> newest = new LinkedHashMap<>();
  private boolean scheduled;

  /// What a newer event replaces: one of the same kind and run.
  private record Topic(Class<?> kind, String run) {}

  /// @param pulse runs what it is given on the thread of `sink`, after the pause between batches
  /// @param sink gets each batch, never empty
  public EventBridge(Executor pulse, Consumer<List<RunEvent>> sink) {
    this.pulse = pulse;
    this.sink = sink;
  }

  /// The pulse of the window: the JavaFX thread, 1/20 s after the first event of a batch.
  public static Executor fxPulse() {
    return CompletableFuture.delayedExecutor(
        INTERVAL_MILLIS, TimeUnit.MILLISECONDS, FxThread::later);
  }

  @Override
  public synchronized void accept(RunEvent event) {
    if (event instanceof RunEvent.Progress || event instanceof RunEvent.MapMoved) {
      newest.put(new Topic(event.getClass(), event.run()), event);
    } else {
      waiting.add(event);
    }
    if (!scheduled) {
      scheduled = true;
      pulse.execute(this::deliver);
    }
  }

  /// Delivers what waits without waiting for the pulse; for the thread of the sink.
  public void deliver() {
    List<RunEvent> batch = drain();
    if (!batch.isEmpty()) {
      sink.accept(batch);
    }
  }

  private synchronized List<RunEvent> drain() {
    scheduled = false;
    var batch = new ArrayList<>(waiting);
    batch.addAll(newest.values());
    waiting.clear();
    newest.clear();
    return batch;
  }
}
