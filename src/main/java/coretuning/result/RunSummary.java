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
/// @param more what else is known
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
    Optional<Ancestor> ancestor,
    More more) {

  /// What a run has beside its numbers.
  ///
  /// @param isPretraining whether it pre-trains a backbone rather than fine-tunes one
  /// @param probe newest probe of the backbone; none but of pre-training
  /// @param remarks the user's
  /// @param damage why the folder, or the remarks in it, cannot be read; empty if all can
  public record More(
      boolean isPretraining, Optional<Probe> probe, Remarks remarks, Optional<Problem> damage) {
    /// Nothing but the numbers.
    public static More none() {
      return new More(false, Optional.empty(), Remarks.none(), Optional.empty());
    }

    /// A folder of which nothing can be read.
    public static More damaged(Problem damage) {
      return new More(false, Optional.empty(), Remarks.none(), Optional.of(damage));
    }
  }

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
        Optional.empty(),
        More.none());
  }

  /// The same run with other additions.
  public RunSummary with(More other) {
    return new RunSummary(
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
        ancestor,
        other);
  }

  /// What the user noted.
  public Remarks remarks() {
    return more.remarks();
  }

  /// Top-1 in [0, 1] of the k-NN vote: of the final evaluation, or for a backbone of its newest
  /// probe; NaN if there is neither.
  public double knn() {
    return test.map(Evaluation::knn).or(() -> more.probe().map(Probe::knn)).orElse(Double.NaN);
  }
}
