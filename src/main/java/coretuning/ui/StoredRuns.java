package coretuning.ui;

import coretuning.spec.Experiment;
import coretuning.spec.Pretraining;
import coretuning.spec.RunSpec;
import coretuning.store.RunStore;
import coretuning.ui.experiment.ExperimentForm;
import coretuning.ui.runs.RunBin;
import coretuning.ui.runs.RunDrop;
import coretuning.ui.runs.RunRemarks;
import coretuning.ui.runs.RunsController;
import coretuning.ui.runs.RunsModel;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RememberedSizes;
import coretuning.ui.support.SpecDifference;
import coretuning.ui.support.StatusLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;

/// The stored runs in the window: the view of them, and the other ways that lead to and from them.
final class StoredRuns {
  /// What the window shares with them.
  record Surroundings(
      Comparison comparison,
      JobDesk desk,
      StatusLine status,
      Messages messages,
      RememberedSizes sizes) {}

  private final RunStore store;
  private final Surroundings around;
  private final ExperimentForm form;
  private final RunsModel model;
  private final RunBin bin;
  private final RunDrop drop;
  private final RunsController controller;

  /// @param form gets what a run was asked
  /// @param shown is called when stored runs have come on display
  StoredRuns(Equipment equipment, Surroundings around, ExperimentForm form, Runnable shown) {
    this.around = around;
    this.form = form;
    store = equipment.store();
    StatusLine status = around.status();
    Messages messages = around.messages();
    Background background = Background.ofWindow();
    model =
        new RunsModel(
            store, equipment.resuming(), around.comparison(), around.desk(), background, status);
    bin =
        new RunBin(
            new RunBin.Place(store, around.comparison(), around.desk()),
            background,
            status,
            messages);
    drop = new RunDrop(model, around.desk(), status, messages, shown);
    controller =
        new RunsController(
            model,
            bin,
            new RunRemarks(store, background, status, messages),
            new RunsController.Tools(around.desk(), status, messages, around.sizes()),
            new RunsController.Ways(shown, this::edit));
  }

  RunsModel model() {
    return model;
  }

  RunDrop drop() {
    return drop;
  }

  /// Behind the view "Runs".
  RunsController controller() {
    return controller;
  }

  /// Puts what a run was asked into the form, and says what of it the form cannot show.
  private void edit(String run, RunSpec spec) {
    Messages messages = around.messages();
    around
        .status()
        .say(
            switch (spec) {
              case Experiment experiment -> taken(run, form.show(experiment));
              case Pretraining ignored -> messages.text("runs.duplicatePretraining", run);
            });
  }

  private String taken(String run, List<SpecDifference> lost) {
    Messages messages = around.messages();
    if (!lost.isEmpty()) {
      String settings =
          lost.stream()
              .map(each -> each.name(messages) + " " + each.first())
              .collect(Collectors.joining(", "));
      return messages.text("runs.duplicatedMostly", run, settings);
    }
    boolean isComplete = form.experimentProperty().get().isPresent();
    return messages.text(isComplete ? "runs.duplicated" : "runs.duplicatedWrong", run);
  }

  /// Lets the user choose the folder of a run, or of runs, to put on display.
  void open(FileChoice files) {
    files
        .folder(around.messages().text("drop.choose"), Optional.of(store.root()))
        .map(List::of)
        .ifPresent(this::open);
  }

  private void open(List<Path> folders) {
    if (drop.offer(folders).isPresent()) {
      drop.take(folders);
    } else {
      around.status().say(drop.refusal(folders));
    }
  }

  /// Empties the trash, after asking.
  void emptyTrash(Dialogs dialogs) {
    bin.empty(content ->
        dialogs.confirmText(around.messages().text("trash.question", content), "trash.empty"));
  }

  /// Fills a menu with the runs that are on display from now on.
  RecentRuns recent(List<String> earlier, Menu menu) {
    var recent = new RecentRuns(earlier, menu, around.messages(), folder -> open(List.of(folder)));
    around
        .comparison()
        .listen(changed -> {
          if (changed.contains(Aspect.RUNS)) {
            recent.add(onDisplay());
          }
        });
    return recent;
  }

  /// Folders of the runs on display, in their order.
  List<Path> onDisplay() {
    return around.comparison().runs().stream()
        .map(LiveRun::id)
        .flatMap(id -> store.find(id).stream())
        .toList();
  }
}
