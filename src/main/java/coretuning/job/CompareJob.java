package coretuning.job;

import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.spec.Experiment;
import java.util.List;
import java.util.function.Consumer;

/// Fine-tunes the same backbone by several methods on the same data with the same seed: same split,
/// same batches, same augmentation, same initial classifier.
public final class CompareJob implements Job {
  private final List<Experiment> experiments;
  private final Workspace workspace;

  /// @param experiments alike but for the method, at least one; run in order
  public CompareJob(List<Experiment> experiments, Workspace workspace) {
    this.experiments = List.copyOf(experiments);
    this.workspace = workspace;
    if (experiments.isEmpty()) {
      throw new IllegalArgumentException("a comparison needs at least one experiment, got none");
    }
  }

  @Override
  public String title() {
    return "comparison of "
        + String.join(" and ", experiments.stream().map(Experiment::methodTitle).toList());
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    boolean first = true;
    for (Experiment experiment : experiments) {
      // All start from the same weights: one map of the start serves all.
      if (!FineTuneJob.start(experiment, workspace, first).run(control, events)) {
        return false;
      }
      first = false;
    }
    return true;
  }
}
