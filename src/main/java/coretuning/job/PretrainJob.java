package coretuning.job;

import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.spec.Pretraining;
import coretuning.store.RunFolder;
import java.util.Optional;
import java.util.function.Consumer;

/// Pre-trains a backbone on images whose labels it does not look at, from the first epoch or from
/// where a run was left. Leaves `backbone.safetensors` and its sidecar `backbone.json` in the run's
/// folder.
public final class PretrainJob implements Job {
  private final Pretraining pretraining;
  private final Workspace workspace;
  private final Optional<RunFolder> left;
  private final String command;

  private PretrainJob(
      Pretraining pretraining, Workspace workspace, Optional<RunFolder> left, String command) {
    this.pretraining = pretraining;
    this.workspace = workspace;
    this.left = left;
    this.command = command;
  }

  /// A new run.
  ///
  /// @param command that repeats it, for the sidecar
  public static PretrainJob start(Pretraining pretraining, Workspace workspace, String command) {
    return new PretrainJob(pretraining, workspace, Optional.empty(), command);
  }

  /// Goes on with a run that has not finished, in its own folder.
  ///
  /// @throws IllegalArgumentException if the folder is not one of pre-training
  public static PretrainJob resume(RunFolder folder, Workspace workspace, String command) {
    if (!(folder.spec() instanceof Pretraining pretraining)) {
      throw new IllegalArgumentException(folder.id() + " is not a pre-training run");
    }
    return new PretrainJob(pretraining, workspace, Optional.of(folder), command);
  }

  @Override
  public String title() {
    return pretraining.methodTitle() + " on " + pretraining.name();
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    Optional<PretrainSession> opened =
        PretrainSession.open(pretraining, workspace.cache(), new DecodingEvents(control, events));
    if (opened.isEmpty()) {
      return false;
    }
    try (PretrainSession session = opened.get()) {
      RunFolder folder = left.orElseGet(() -> workspace.runs().create(pretraining));
      var journal = new RunJournal(folder, events);
      return journal.keep(
          session::provenance, () -> session.train(folder, journal, control, command));
    }
  }
}
