package coretuning.result;

import java.util.Optional;

/// One line of the table of runs.
///
/// @param id name of the run's folder
/// @param name what the user called it
/// @param method e.g. `Core-tuning`
/// @param data e.g. `fashion-mnist-mini`
/// @param epochsDone of epochs
/// @param test final evaluation; empty until the run has finished
/// @param spread of the snapshot that belongs to the result, otherwise of the newest; empty if
///   there is none
/// @param startedAt ISO-8601 instant
/// @param ancestor the run that the backbone comes from; empty if it comes from elsewhere
public record RunSummary(
    String id,
    String name,
    String method,
    String data,
    RunState state,
    int epochsDone,
    int epochs,
    long seed,
    Optional<Evaluation> test,
    Optional<Spread> spread,
    String startedAt,
    Optional<Ancestor> ancestor) {
  /// A run whose backbone comes from no other run.
  public RunSummary(
      String id,
      String name,
      String method,
      String data,
      RunState state,
      int epochsDone,
      int epochs,
      long seed,
      Optional<Evaluation> test,
      Optional<Spread> spread,
      String startedAt) {
    this(
        id,
        name,
        method,
        data,
        state,
        epochsDone,
        epochs,
        seed,
        test,
        spread,
        startedAt,
        Optional.empty());
  }
}
