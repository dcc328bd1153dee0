package coretuning.ui.pairs;

import coretuning.result.RunHeads;
import coretuning.ui.support.Background;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.StatusLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Classifiers and projection heads of runs on display, read beside the JavaFX thread and kept
/// until the run has recorded a newer epoch. For the JavaFX thread.
public final class HeadsShelf {
  private final Function<String, Optional<RunHeads>> source;
  private final Background background;
  private final StatusLine status;
  private final Map<Key, Optional<RunHeads>> known = new HashMap<>();
  private final Set<Key> asked = new HashSet<>();

  private record Key(String run, int epoch) {}

  /// @param source reads the heads of the run of that id; called beside the JavaFX thread
  public HeadsShelf(
      Function<String, Optional<RunHeads>> source, Background background, StatusLine status) {
    this.source = source;
    this.background = background;
    this.status = status;
  }

  /// What is known of a run's heads; if nothing is, they are read and `ready` is called later.
  Optional<RunHeads> of(LiveRun run, Runnable ready) {
    var key = new Key(run.id(), run.newest().map(each -> each.epoch()).orElse(-1));
    Optional<RunHeads> found = known.get(key);
    if (found != null) {
      return found;
    }
    if (asked.add(key)) {
      background.run(
          () -> source.apply(run.id()),
          heads -> {
            known.keySet().removeIf(each -> each.run().equals(key.run()));
            known.put(key, heads);
            ready.run();
          },
          status::fail);
    }
    return Optional.empty();
  }
}
