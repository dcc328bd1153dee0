package coretuning.cli;

import coretuning.job.Job;
import coretuning.job.JobHandle;
import coretuning.job.JobQueue;
import coretuning.result.Problem;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs one job in the foreground: progress on the error stream, Ctrl-C stops after the batch in
/// hand.
final class TerminalRun {
  private final PrintWriter err;
  private final Consumer<RunEvent> more;
  private final String continuing;
  private final List<String> runs = new ArrayList<>();

  /// @param err gets progress and notes
  /// @param more hears every event too
  TerminalRun(PrintWriter err, Consumer<RunEvent> more) {
    this(err, more, "resume it with --resume RUN");
  }

  /// @param continuing how a stopped job is gone on with
  TerminalRun(PrintWriter err, Consumer<RunEvent> more, String continuing) {
    this.err = err;
    this.more = more;
    this.continuing = continuing;
  }

  /// Runs the job to its end.
  ///
  /// @return ids of the runs it made
  /// @throws Problem if it failed, or was stopped before its end
  List<String> complete(Job job) {
    var progress = new ProgressLine(err);
    try (JobQueue queue = new JobQueue()) {
      JobHandle handle = queue.submit(job, event -> hear(event, progress));
      Thread onInterrupt = new Thread(() -> stop(handle), "stop-on-interrupt");
      Runtime.getRuntime().addShutdownHook(onInterrupt);
      try {
        RunState state = handle.await();
        progress.end();
        forget(onInterrupt);
        if (state == RunState.STOPPED) {
          throw new Problem("stopped before the end", job.title(), continuing);
        }
        handle.problem().ifPresent(TerminalRun::raise);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new Problem("interrupted", job.title(), "start it again", interrupted);
      }
    }
    return List.copyOf(runs);
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is what ended the job: it is at work and needs no removal.
    }
  }

  private static void raise(Problem problem) {
    throw problem;
  }

  private static void stop(JobHandle handle) {
    handle.control().stop();
    try {
      handle.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(RunEvent event, ProgressLine progress) {
    switch (event) {
      case RunEvent.Started started -> {
        runs.add(started.run());
        progress.begin(started.spec().train().epochs());
        progress.line(started.spec().methodTitle() + " -> " + started.run());
      }
      case RunEvent.Note note -> progress.line("  " + note.text());
      case RunEvent.Warned warned -> progress.line("  warning: " + warned.warning().text());
      case RunEvent.Diagnosed seen -> progress.diagnostics(seen.diagnostics());
      case RunEvent.ProxySeen seen -> progress.proxy(seen.proxy());
      case RunEvent.Probed probed -> progress.probe(probed.probe());
      case RunEvent.Progress step -> progress.show(step);
      case RunEvent.EpochDone epoch -> progress.epoch(epoch.metrics());
      case RunEvent.StateChanged changed ->
          changed.problem().ifPresent(why -> progress.line("  failed: " + why.getMessage()));
      case RunEvent.StepDone step -> {}
      case RunEvent.SnapshotTaken snapshot -> {}
      case RunEvent.QueriesSeen queries -> {}
      case RunEvent.TheoryMeasured theory -> {}
      case RunEvent.Evaluated evaluated -> {}
      case RunEvent.MapMoved moved -> {}
      case RunEvent.Projected projected -> {}
    }
    more.accept(event);
  }
}
