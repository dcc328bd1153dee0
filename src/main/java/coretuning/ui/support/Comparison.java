package coretuning.ui.support;

import coretuning.result.RunEvent;
import coretuning.spec.DataSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/// The runs on display, side by side, and the samples selected in all of them. For the JavaFX
/// thread.
public final class Comparison {
  /// Most runs on display: a table has any number, each with megabytes of features.
  public static final int MOST_RUNS = 4;

  private final Map<String, LiveRun> runs = new LinkedHashMap<>();
  private Optional<RunEvent.Progress> preparing = Optional.empty();
  private final List<Consumer<Set<Aspect>>> listeners = new ArrayList<>();
  private final SampleSelection selection = new SampleSelection();

  /// Runs in the order in which they began.
  public List<LiveRun> runs() {
    return List.copyOf(runs.values());
  }

  /// The run at the left (0) or right (1).
  public Optional<LiveRun> run(int position) {
    return runs.values().stream().skip(position).findFirst();
  }

  /// The data set of the runs on display.
  public Optional<DataSpec> data() {
    return run(0).map(run -> run.spec().data());
  }

  /// The samples selected in every view.
  public SampleSelection selection() {
    return selection;
  }

  /// Id of the sample in focus in every view: see [SampleSelection#focusProperty].
  public ObjectProperty<Optional<Integer>> selectedProperty() {
    return selection.focusProperty();
  }

  /// Calls `listener` after every batch of events with what changed.
  public void listen(Consumer<Set<Aspect>> listener) {
    listeners.add(listener);
  }

  /// Takes every run off display.
  public void clear() {
    runs.clear();
    selection.reset();
    tell(EnumSet.allOf(Aspect.class));
  }

  /// Takes some runs off display, those that are on it.
  ///
  /// @param ids of runs, any
  public void remove(Collection<String> ids) {
    if (runs.keySet().removeAll(ids)) {
      selection.reset();
      tell(EnumSet.allOf(Aspect.class));
    }
  }

  /// Takes in a batch of events; a run appears with its first [RunEvent.Started]. Where there are
  /// many, the oldest leaves the display.
  public void accept(List<RunEvent> batch) {
    Set<Aspect> changed = EnumSet.noneOf(Aspect.class);
    for (RunEvent event : batch) {
      if (event instanceof RunEvent.Progress progress && progress.run().isEmpty()) {
        preparing = Optional.of(progress);
        changed.add(Aspect.PROGRESS);
      } else {
        preparing = Optional.empty();
      }
      if (event instanceof RunEvent.Started started && !runs.containsKey(started.run())) {
        if (runs.size() == MOST_RUNS) {
          runs.remove(runs.keySet().iterator().next());
        }
        runs.put(started.run(), new LiveRun(started));
        changed.add(Aspect.RUNS);
      }
      LiveRun run = runs.get(event.run());
      if (run != null) {
        changed.add(run.take(event));
      }
    }
    tell(changed);
  }

  /// What is done before the next run begins; empty once it has begun.
  public Optional<RunEvent.Progress> preparing() {
    return preparing;
  }

  private void tell(Set<Aspect> changed) {
    if (!changed.isEmpty()) {
      listeners.forEach(each -> each.accept(changed));
    }
  }
}
