package coretuning.job;

import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.spec.DataSpec;
import coretuning.spec.Experiment;
import coretuning.store.RunFolder;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Evaluates the weights that are a fine-tuning run's result; writes nothing.
///
/// @param data the run's own or another data set with as many classes
/// @param cache keeps decoded images between runs
public record EvaluateJob(RunFolder folder, DataSpec data, Part part, Path cache) implements Job {
  @Override
  public String title() {
    return "evaluation of " + folder.id();
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    if (!(folder.spec() instanceof Experiment experiment)) {
      throw new Problem(
          "only fine-tuning runs have a classifier to evaluate",
          folder.path().toString(),
          "choose another run");
    }
    try (FineTuneSession session = FineTuneSession.openTrained(experiment, data, folder, cache)) {
      events.accept(new RunEvent.Note(folder.id(), session.device()));
      folder
          .selectedEpoch()
          .ifPresent(each ->
              events.accept(new RunEvent.Note(folder.id(), "weights of epoch " + each.epoch())));
      events.accept(new RunEvent.Evaluated(folder.id(), session.evaluate(part)));
    }
    return true;
  }
}
