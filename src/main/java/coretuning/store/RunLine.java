package coretuning.store;

import coretuning.result.EpochMetrics;
import coretuning.result.Part;
import coretuning.result.Probe;
import coretuning.result.Problem;
import coretuning.result.Provenance;
import coretuning.result.Remarks;
import coretuning.result.RunSummary;
import coretuning.spec.Pretraining;
import coretuning.spec.RunSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Sums a run's folder up in one line of the table of runs.
final class RunLine {
  private RunLine() {}

  static RunSummary of(RunFolder run) {
    List<EpochMetrics> done = run.epochs();
    RunSpec spec = run.spec();
    return new RunSummary(
        run.id(),
        spec.name(),
        spec.methodTitle(),
        String.valueOf(Path.of(spec.data().root()).getFileName()),
        run.state(),
        done.isEmpty() ? 0 : done.getLast().epoch(),
        spec.train().epochs(),
        spec.seed(),
        run.evaluation(Part.TEST),
        run.resultSnapshot().map(run::spread),
        run.provenance().map(Provenance::startedAt).orElseGet(run::stateSince),
        run.ancestor(),
        more(run));
  }

  /// Damaged remarks are no reason to hide the run.
  private static RunSummary.More more(RunFolder run) {
    List<Probe> all = run.probes();
    boolean isPretraining = run.spec() instanceof Pretraining;
    Optional<Probe> newest = all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    try {
      return new RunSummary.More(
          isPretraining, newest, RemarksFile.read(run.path()), Optional.empty());
    } catch (Problem damaged) {
      return new RunSummary.More(isPretraining, newest, Remarks.none(), Optional.of(damaged));
    }
  }
}
