package coretuning.job;

import coretuning.result.Problem;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The device lane: one thread that runs jobs in order, because tensors are born, used and closed
/// on one thread, and because two trainings at once would only slow each other down.
///
/// Errors end here: the job's [JobHandle] becomes FAILED with a [Problem], which the front shows in
/// one line. The log gets the stack of faults of the program; that of a problem of the world only
/// where its level lets it through.
public final class JobQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
  private static final long CLOSE_SECONDS = 30;

  private final ExecutorService lane =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("device-lane").daemon(true).factory());
  private final List<JobHandle> open = new ArrayList<>();

  /// Appends a job.
  ///
  /// @param events gets the job's events on the device lane
  /// @param ended is called on the device lane after the handle has become terminal
  public JobHandle submit(Job job, Consumer<RunEvent> events, Consumer<JobHandle> ended) {
    var handle = new JobHandle(job.title());
    synchronized (open) {
      open.add(handle);
    }
    lane.execute(() -> run(job, handle, events, ended));
    return handle;
  }

  /// Appends a job whose end nobody needs to be told of.
  public JobHandle submit(Job job, Consumer<RunEvent> events) {
    return submit(job, events, handle -> {});
  }

  private void run(
      Job job, JobHandle handle, Consumer<RunEvent> events, Consumer<JobHandle> ended) {
    try {
      if (handle.control().isStopRequested()) {
        handle.end(RunState.STOPPED, Optional.empty());
        return;
      }
      handle.running();
      boolean completed = job.run(handle.control(), events);
      handle.end(completed ? RunState.FINISHED : RunState.STOPPED, Optional.empty());
    } catch (Problem problem) {
      LOG.info("{} failed", job.title(), problem);
      handle.end(RunState.FAILED, Optional.of(problem));
    } catch (RuntimeException | Error unexpected) {
      LOG.error("{} failed unexpectedly", job.title(), unexpected);
      handle.end(RunState.FAILED, Optional.of(unexpected(job, unexpected)));
    } finally {
      synchronized (open) {
        open.remove(handle);
      }
      ended.accept(handle);
    }
  }

  private static Problem unexpected(Job job, Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      return new Problem(
          "memory ran out", job.title(), "use smaller batches, images or fewer samples", cause);
    }
    return new Problem(
        "an error inside the program: " + cause,
        job.title(),
        "the log has the details; please report it",
        cause);
  }

  /// Stops every job, waits for the batch in hand and ends the lane.
  @Override
  public void close() {
    synchronized (open) {
      open.forEach(handle -> handle.control().stop());
    }
    lane.shutdown();
    try {
      if (!lane.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the device lane did not end within {} s", CLOSE_SECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
