package coretuning.ui.runs;

import coretuning.job.Job;
import coretuning.result.Problem;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.spec.RunSpec;
import coretuning.store.RunFolder;
import coretuning.store.RunQuery;
import coretuning.store.RunStore;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.SpecDifference;
import coretuning.ui.support.StatusLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stored runs and what can be done with them.
public final class RunsModel {
  private static final Logger LOG = LoggerFactory.getLogger(RunsModel.class);

  private final RunStore store;
  private final Function<String, Job> resuming;
  private final Comparison comparison;
  private final JobDesk desk;
  private final Background background;
  private final StatusLine status;
  private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
  private final FilteredList<RunSummary> found = new FilteredList<>(runs);
  private Consumer<List<RunSummary>> install = runs::setAll;

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

  /// Those of [#runs] that the filter lets through, in the same order.
  ObservableList<RunSummary> found() {
    return found;
  }

  /// Shows only runs that match the words: see [RunQuery].
  void filter(String words) {
    found.setPredicate(new RunQuery(words));
  }

  /// All tags in use, each once, in the order of the alphabet.
  List<String> tags() {
    return runs.stream().flatMap(run -> run.remarks().tags().stream()).distinct().sorted().toList();
  }

  /// How a list that was read takes the place of the last: a table keeps its selection.
  void setInstall(Consumer<List<RunSummary>> handler) {
    install = handler;
  }

  /// Reads the list of runs again.
  public void refresh() {
    background.run(store::list, list -> install.accept(list), status::fail);
  }

  /// Whether these runs can be put on display now.
  boolean canOpen(List<RunSummary> chosen) {
    return !desk.isBusy() && !chosen.isEmpty() && chosen.size() <= Comparison.MOST_RUNS;
  }

  /// Whether this run can go on; a folder that cannot be read has no epochs to do.
  boolean canResume(List<RunSummary> chosen) {
    return !desk.isBusy()
        && chosen.size() == 1
        && chosen.getFirst().epochs() > 0
        && (chosen.getFirst().state() == RunState.STOPPED
            || chosen.getFirst().state() == RunState.FAILED);
  }

  /// Reads what the runs were asked and passes on where they differ.
  void compareSpecs(List<RunSummary> chosen, Consumer<Differences> use) {
    background.run(
        () ->
            new Differences(
                chosen,
                SpecDifference.among(
                    chosen.stream().map(run -> store.open(run.id()).spec()).toList())),
        use,
        status::fail);
  }

  /// Reads what a run was asked and passes it on.
  void spec(RunSummary chosen, Consumer<RunSpec> use) {
    background.run(() -> store.open(chosen.id()).spec(), use, status::fail);
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
        () -> chosen.get().stream().flatMap(run -> history(run.path()).stream()).toList(),
        events -> {
          if (!desk.isBusy()) {
            comparison.clear();
            comparison.accept(events);
            shown.run();
          }
        },
        status::fail);
  }

  private List<RunEvent> history(Path folder) {
    return RunHistory.of(store.admit(folder));
  }

  /// What of some folders could be read.
  private record Read(List<RunEvent> events, List<Problem> refused) {}

  /// Puts runs beside those on display, the oldest of which leave it if there are too many. What
  /// cannot be read is left out.
  ///
  /// @param folders of runs, anywhere on the disk
  /// @param shown is called with what was left out and why, unless a job has begun meanwhile
  public void add(List<Path> folders, Consumer<List<Problem>> shown) {
    List<String> known = comparison.runs().stream().map(LiveRun::id).toList();
    background.run(
        () -> read(folders, known),
        read -> {
          if (!desk.isBusy()) {
            comparison.accept(read.events());
            shown.accept(read.refused());
          }
        },
        status::fail);
  }

  private Read read(List<Path> folders, List<String> known) {
    var events = new ArrayList<RunEvent>();
    var refused = new ArrayList<Problem>();
    for (Path folder : folders) {
      if (!known.contains(String.valueOf(folder.getFileName()))) {
        try {
          events.addAll(history(folder));
        } catch (Problem damaged) {
          LOG.warn("a run cannot be shown", damaged);
          refused.add(damaged);
        }
      }
    }
    return new Read(events, refused);
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
