package coretuning.job;

import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.spec.Experiment;
import coretuning.store.RunFolder;
import java.util.Optional;
import java.util.function.Consumer;

/// Fine-tunes one backbone by one method, from the first epoch or from where a run was left.
public final class FineTuneJob implements Job {
  private final Experiment experiment;
  private final Workspace workspace;
  private final Optional<RunFolder> left;
  private final Maps maps;

  private FineTuneJob(
      Experiment experiment, Workspace workspace, Optional<RunFolder> left, Maps maps) {
    this.experiment = experiment;
    this.workspace = workspace;
    this.left = left;
    this.maps = maps;
  }

  /// A new run.
  ///
  /// @param mapsStart whether the embedding before training is projected too
  public static FineTuneJob start(Experiment experiment, Workspace workspace, boolean mapsStart) {
    return new FineTuneJob(
        experiment, workspace, Optional.empty(), mapsStart ? Maps.START_AND_END : Maps.END);
  }

  /// Goes on with a stopped, failed or killed run, in its own folder. On the CPU it ends with the
  /// very weights of a run that was never interrupted.
  ///
  /// The job fails if the images or the initial weights are no longer those the run began with.
  ///
  /// @throws IllegalArgumentException if the folder is not one of fine-tuning
  public static FineTuneJob resume(RunFolder folder, Workspace workspace) {
    if (!(folder.spec() instanceof Experiment experiment)) {
      throw new IllegalArgumentException(folder.id() + " is not a fine-tuning run");
    }
    return new FineTuneJob(experiment, workspace, Optional.of(folder), Maps.START_AND_END);
  }

  /// The same without maps of the embeddings.
  public FineTuneJob withoutMaps() {
    return new FineTuneJob(experiment, workspace, left, Maps.NONE);
  }

  @Override
  public String title() {
    return experiment.methodTitle() + " on " + experiment.name();
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    Optional<FineTuneSession> opened =
        FineTuneSession.open(experiment, workspace.cache(), new DecodingEvents(control, events));
    if (opened.isEmpty()) {
      return false;
    }
    try (FineTuneSession session = opened.get()) {
      RunFolder folder = left.orElseGet(() -> workspace.runs().create(experiment));
      if (left.isEmpty()) {
        Ancestry.of(experiment).ifPresent(folder::write);
      }
      var journal = new RunJournal(folder, events);
      return journal.keep(session::provenance, () -> session.train(folder, journal, control, maps));
    }
  }
}
