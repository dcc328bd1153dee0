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
/// times a second, so that a fast job cannot flood the window. Of the progress events of a run only
/// the newest is delivered; every other event is, in its order.
///
/// Safe for any number of sending threads.
public final class EventBridge implements Consumer<RunEvent> {
  private static final long INTERVAL_MILLIS = 1000 / 20;

  private final Executor pulse;
  private final Consumer<List<RunEvent>> sink;
  private final List<RunEvent> waiting = new ArrayList<>();
  private final Map<String, RunEvent> newestProgress = new LinkedHashMap<>();
  private boolean scheduled;

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
    if (event instanceof RunEvent.Progress) {
      newestProgress.put(event.run(), event);
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
    batch.addAll(newestProgress.values());
    waiting.clear();
    newestProgress.clear();
    return batch;
  }
}
