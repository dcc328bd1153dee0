package coretuning.ui.runs;

import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.result.Provenance;
import coretuning.result.RunEvent;
import coretuning.store.RunFolder;
import java.util.ArrayList;
import java.util.List;

/// A stored run, told as the events of a run that just happened: so that the views need not know
/// whether they show a live run or an old one.
final class RunHistory {
  private RunHistory() {}

  /// Everything the run has reported.
  ///
  /// @throws Problem if a file of the run is damaged, or the run never began
  static List<RunEvent> of(RunFolder folder) {
    String id = folder.id();
    Provenance provenance =
        folder
            .provenance()
            .orElseThrow(() ->
                new Problem(
                    "the run " + id + " never began", folder.path().toString(), "start it again"));
    var events = new ArrayList<RunEvent>();
    events.add(new RunEvent.Started(id, folder.spec(), provenance));
    folder.warnings().forEach(warning -> events.add(new RunEvent.Warned(id, warning)));
    folder.steps().forEach(step -> events.add(new RunEvent.StepDone(id, step)));
    folder.epochs().forEach(epoch -> events.add(new RunEvent.EpochDone(id, epoch)));
    folder.diagnostics().forEach(seen -> events.add(new RunEvent.Diagnosed(id, seen)));
    folder.proxy().forEach(seen -> events.add(new RunEvent.ProxySeen(id, seen)));
    folder.queryEpochs().stream()
        .map(folder::queries)
        .forEach(seen -> events.add(new RunEvent.QueriesSeen(id, seen)));
    folder.probes().forEach(probe -> events.add(new RunEvent.Probed(id, probe)));
    folder.theory().forEach(theory -> events.add(new RunEvent.TheoryMeasured(id, theory)));
    for (int epoch : folder.snapshotEpochs()) {
      events.add(new RunEvent.SnapshotTaken(id, folder.snapshot(epoch)));
      folder.projection(epoch).ifPresent(map -> events.add(new RunEvent.Projected(id, epoch, map)));
    }
    for (Part part : Part.values()) {
      folder
          .evaluation(part)
          .ifPresent(evaluation -> events.add(new RunEvent.Evaluated(id, evaluation)));
    }
    events.add(new RunEvent.StateChanged(id, folder.state(), folder.failure()));
    return events;
  }
}
