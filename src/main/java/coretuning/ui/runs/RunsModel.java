package coretuning.ui.runs;

import coretuning.job.Job;
import coretuning.result.Problem;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.SpecDifference;
import coretuning.ui.support.StatusLine;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The stored runs and what can be done with them.
public final class RunsModel {
  /// Runs that the views can show side by side.
  static final int MOST_COMPARED = 2;

  private final RunStore store;
  private final Function<String, Job> resuming;
  private final Comparison comparison;
  private final JobDesk desk;
  private final Background background;
  private final StatusLine status;
  private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();

  /// @param store the runs on disk
  /// @param resuming makes the job that goes on with a run
  public RunsModel(
      RunStore store,
      Function<String, Job> resuming,
      Comparison comparison,
      JobDesk desk,
      Background background,
      StatusLine status) {
    this.store = store;
    this.resuming = resuming;
    this.comparison = comparison;
    this.desk = desk;
    this.background = background;
    this.status = status;
  }

  ObservableList<RunSummary> runs() {
    return runs;
  }

  /// Reads the list of runs again.
  public void refresh() {
    background.run(store::list, runs::setAll, status::fail);
  }

  /// Whether these runs can be put on display now.
  boolean canOpen(List<RunSummary> chosen) {
    return !desk.isBusy() && !chosen.isEmpty() && chosen.size() <= MOST_COMPARED;
  }

  /// Whether this run can go on.
  boolean canResume(List<RunSummary> chosen) {
    return !desk.isBusy()
        && chosen.size() == 1
        && (chosen.getFirst().state() == RunState.STOPPED
            || chosen.getFirst().state() == RunState.FAILED);
  }

  /// Reads what the first two of the runs were asked and passes on where they differ.
  void compareSpecs(List<RunSummary> chosen, Consumer<List<SpecDifference>> use) {
    background.run(
        () ->
            SpecDifference.between(
                store.open(chosen.getFirst().id()).spec(), store.open(chosen.get(1).id()).spec()),
        use,
        status::fail);
  }

  /// Puts stored runs on display, in the given order, then calls `shown`.
  void open(List<RunSummary> chosen, Runnable shown) {
    show(() -> chosen.stream().map(run -> store.open(run.id())).toList(), shown);
  }

  /// Puts runs of any store on display unless a job runs, then calls `shown`.
  ///
  /// @param chosen opens them, beside the JavaFX thread
  public void show(Supplier<List<RunFolder>> chosen, Runnable shown) {
    background.run(
        () -> chosen.get().stream().flatMap(run -> RunHistory.of(run).stream()).toList(),
        events -> {
          if (!desk.isBusy()) {
            comparison.clear();
            comparison.accept(events);
            shown.run();
          }
        },
        status::fail);
  }

  /// Puts a stopped run on display and lets it go on.
  void resume(RunSummary chosen, Runnable shown) {
    resume(chosen.id(), shown);
  }

  /// Puts the stopped run of that id on display and lets it go on, unless a job runs.
  ///
  /// @param shown is called when it is on display
  public void resume(String id, Runnable shown) {
    show(
        () -> List.of(store.open(id)),
        () -> {
          try {
            desk.goOn(resuming.apply(id));
          } catch (Problem problem) {
            status.fail(problem);
          }
          shown.run();
        });
  }
}
