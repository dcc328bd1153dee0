package coretuning.transform;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Batches in order, prepared ahead by worker threads: at most one per worker and one more wait to
/// be fetched. For one consuming thread. Closing ends the workers; using the iterator up does too.
public final class BatchIterator implements Iterator<Batch>, AutoCloseable {
  private static final long CLOSE_SECONDS = 10;

  private final Source source;
  private final int end;
  private final ExecutorService workers;
  private final Queue<Future<Batch>> ahead = new ArrayDeque<>();
  private int nextToStart;
  private long waitNanos;

  /// Makes batch `number` of an epoch; called from several threads.
  interface Source {
    Batch batch(int number) throws InterruptedException;
  }

  BatchIterator(Source source, int first, int end, int workerCount) {
    this.source = source;
    this.nextToStart = first;
    this.end = end;
    this.workers =
        Executors.newFixedThreadPool(
            workerCount, Thread.ofPlatform().name("loader-", 0).daemon(true).factory());
    for (int i = 0; i <= workerCount; i++) {
      startNext();
    }
    if (ahead.isEmpty()) {
      close();
    }
  }

  private void startNext() {
    if (nextToStart < end && !workers.isShutdown()) {
      int number = nextToStart++;
      ahead.add(workers.submit(() -> source.batch(number)));
    }
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty();
  }

  /// Waits for the next batch.
  ///
  /// @throws RuntimeException what went wrong in the worker; the iterator is then closed
  @Override
  public Batch next() {
    Future<Batch> future = ahead.poll();
    if (future == null) {
      throw new NoSuchElementException("the epoch has no more batches, or the iterator is closed");
    }
    startNext();
    long start = System.nanoTime();
    try {
      return future.get();
    } catch (ExecutionException failure) {
      close();
      throw rethrown(failure);
    } catch (InterruptedException interrupted) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a batch", interrupted);
    } finally {
      waitNanos += System.nanoTime() - start;
      if (ahead.isEmpty()) {
        close();
      }
    }
  }

  /// How long [#next] has waited for workers since the beginning, in nanoseconds: the loader's
  /// share of an epoch.
  public long waitNanos() {
    return waitNanos;
  }

  /// Ends the workers, at the latest after the image in hand, and forgets what they prepared.
  @Override
  public void close() {
    ahead.clear();
    workers.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      if (!workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("loader threads did not end in " + CLOSE_SECONDS + " s");
      }
    } catch (InterruptedException again) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException rethrown(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> new IllegalStateException("a loader thread failed", failure);
    };
  }
}
