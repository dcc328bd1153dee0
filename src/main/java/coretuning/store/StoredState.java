package coretuning.store;

import coretuning.result.Problem;
import coretuning.result.RunState;
import java.time.Instant;
import java.util.Optional;

/// The content of `state.json`.
///
/// @param since when it was written
/// @param problem why the run failed; empty unless it did
/// @param process id of the program that wrote it
/// @param processStart when that program started, which tells it from a later one of the same id;
///   empty where the system does not say
record StoredState(
    RunState state,
    Instant since,
    Optional<Failure> problem,
    long process,
    Optional<Instant> processStart) {

  /// A [Problem] without its stack.
  record Failure(String what, String where, String remedy) {}

  static StoredState of(RunState state, Optional<Problem> problem) {
    ProcessHandle self = ProcessHandle.current();
    return new StoredState(
        state,
        Instant.now(),
        problem.map(each -> new Failure(each.what(), each.where(), each.remedy())),
        self.pid(),
        self.info().startInstant());
  }

  /// The state as of now: work of a program that is gone has stopped.
  RunState current() {
    return state.isTerminal() || isWriterAlive() ? state : RunState.STOPPED;
  }

  private boolean isWriterAlive() {
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .map(alive -> alive.info().startInstant().equals(processStart))
        .orElse(false);
  }

  Optional<Problem> failure() {
    return problem.map(each -> new Problem(each.what(), each.where(), each.remedy()));
  }
}
