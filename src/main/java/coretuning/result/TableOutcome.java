package coretuning.result;

import coretuning.spec.Metric;
import coretuning.spec.TableRun;
import java.util.Optional;

/// What a run of a table has come to.
///
/// @param run where it belongs
/// @param folder name of its folder, whether it exists yet or not
/// @param state QUEUED until it has begun
/// @param test evaluation of the selected weights on the test images; empty unless finished
/// @param selected the epoch whose weights they are; empty before the first has ended
/// @param problem why it failed; empty unless it did
public record TableOutcome(
    TableRun run,
    String folder,
    RunState state,
    Optional<Evaluation> test,
    Optional<EpochMetrics> selected,
    Optional<Problem> problem) {

  /// The finished run's accuracy in a metric, in [0, 1]; empty unless finished.
  public Optional<Double> value(Metric metric) {
    return test.map(each ->
        switch (metric) {
          case TOP1 -> each.top1();
          case MEAN_PER_CLASS -> each.meanPerClass();
        });
  }

  /// The same in another state.
  public TableOutcome in(RunState other) {
    return new TableOutcome(run, folder, other, test, selected, problem);
  }
}
