package coretuning.job;

import coretuning.result.EpochDiagnostics;
import coretuning.result.EpochMetrics;
import coretuning.result.Evaluation;
import coretuning.result.Layout;
import coretuning.result.Probe;
import coretuning.result.Problem;
import coretuning.result.Projection;
import coretuning.result.Provenance;
import coretuning.result.ProxyEpoch;
import coretuning.result.QuerySnapshot;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.result.Snapshot;
import coretuning.result.StepMetrics;
import coretuning.result.Theory;
import coretuning.result.Warning;
import coretuning.store.RunFolder;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Keeps a run's folder and tells its listener: each fact once, in both places, the folder first.
final class RunJournal {
  private final RunFolder folder;
  private final Consumer<RunEvent> events;

  RunJournal(RunFolder folder, Consumer<RunEvent> events) {
    this.folder = folder;
    this.events = events;
  }

  /// Does a run's work between its first and its last state.
  ///
  /// @param origins where the numbers will come from; asked once
  /// @param work returns whether it was completed
  /// @return the same
  boolean keep(Supplier<Provenance> origins, BooleanSupplier work) {
    try {
      Provenance provenance = origins.get();
      folder.provenance().ifPresent(before -> requireSame(before, provenance));
      folder.write(provenance);
      events.accept(new RunEvent.Started(folder.id(), folder.spec(), provenance));
      enter(RunState.RUNNING, Optional.empty());
      boolean completed = work.getAsBoolean();
      enter(completed ? RunState.FINISHED : RunState.STOPPED, Optional.empty());
      return completed;
    } catch (Problem problem) {
      fail(problem);
      throw problem;
    } catch (RuntimeException | Error unexpected) {
      fail(
          new Problem(
              "an error inside the program: " + unexpected,
              folder.id(),
              "the log has the details; please report it"));
      throw unexpected;
    }
  }

  /// A resumed run must go on with what it began with: its spec names files, not their content.
  private void requireSame(Provenance before, Provenance now) {
    if (!before.dataHash().equals(now.dataHash())) {
      throw new Problem(
          "the images or labels have changed since the run began",
          folder.spec().data().root(),
          "restore them, or start a new run");
    }
    if (!before.weightsHash().equals(now.weightsHash())) {
      throw new Problem(
          "the file of the initial weights has changed since the run began",
          folder.id(),
          "restore it, or start a new run");
    }
  }

  /// The folder may be what failed (a full disk): then the first problem is the one to show.
  private void fail(Problem problem) {
    try {
      enter(RunState.FAILED, Optional.of(problem));
    } catch (Problem second) {
      problem.addSuppressed(second);
      events.accept(new RunEvent.StateChanged(folder.id(), RunState.FAILED, Optional.of(problem)));
    }
  }

  private void enter(RunState state, Optional<Problem> problem) {
    folder.writeState(state, problem);
    events.accept(new RunEvent.StateChanged(folder.id(), state, problem));
  }

  void note(String text) {
    events.accept(new RunEvent.Note(folder.id(), text));
  }

  void progress(String doing, long done, long total, double imagesPerSecond, double secondsLeft) {
    events.accept(
        new RunEvent.Progress(folder.id(), doing, done, total, imagesPerSecond, secondsLeft));
  }

  void step(StepMetrics metrics) {
    folder.append(metrics);
    events.accept(new RunEvent.StepDone(folder.id(), metrics));
  }

  void epoch(EpochMetrics metrics) {
    folder.append(metrics);
    events.accept(new RunEvent.EpochDone(folder.id(), metrics));
  }

  void diagnostics(EpochDiagnostics diagnostics) {
    folder.append(diagnostics);
    events.accept(new RunEvent.Diagnosed(folder.id(), diagnostics));
  }

  void proxy(ProxyEpoch proxy) {
    folder.append(proxy);
    events.accept(new RunEvent.ProxySeen(folder.id(), proxy));
  }

  void queries(QuerySnapshot queries) {
    folder.write(queries);
    events.accept(new RunEvent.QueriesSeen(folder.id(), queries));
  }

  void probe(Probe probe) {
    folder.append(probe);
    events.accept(new RunEvent.Probed(folder.id(), probe));
  }

  void theory(Theory theory) {
    folder.append(theory);
    events.accept(new RunEvent.TheoryMeasured(folder.id(), theory));
  }

  void warning(Warning warning) {
    folder.append(warning);
    events.accept(new RunEvent.Warned(folder.id(), warning));
  }

  void snapshot(Snapshot snapshot) {
    folder.write(snapshot);
    events.accept(new RunEvent.SnapshotTaken(folder.id(), snapshot));
  }

  void evaluation(Evaluation evaluation) {
    folder.write(evaluation);
    events.accept(new RunEvent.Evaluated(folder.id(), evaluation));
  }

  void mapMoved(int epoch, Layout layout) {
    events.accept(new RunEvent.MapMoved(folder.id(), epoch, layout));
  }

  /// Tells of a map and, unless the folder is only to be looked at, keeps it.
  void projection(int epoch, Projection projection) {
    if (!folder.isReadOnly()) {
      folder.write(epoch, projection);
    }
    events.accept(new RunEvent.Projected(folder.id(), epoch, projection));
  }
}
