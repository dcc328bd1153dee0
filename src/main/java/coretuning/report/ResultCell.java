package coretuning.report;

import coretuning.result.RunState;
import coretuning.result.TableOutcome;
import java.util.List;

/// One cell of a table of results, for views that draw it themselves.
///
/// @param text e.g. `87.31 ± 0.42`; empty while no run is finished
/// @param best whether it is the best of its column
/// @param alike whether it is not the best but not told apart from it
/// @param runs one for each seed, in order
public record ResultCell(String text, boolean best, boolean alike, List<TableOutcome> runs) {
  public ResultCell {
    runs = List.copyOf(runs);
  }

  /// How many of its runs are in a state.
  public long count(RunState state) {
    return runs.stream().filter(each -> each.state() == state).count();
  }

  /// What is to be said of the cell as a whole: a run at work first, then a failure, then what is
  /// missing.
  public RunState state() {
    for (RunState each : List.of(RunState.RUNNING, RunState.FAILED, RunState.STOPPED)) {
      if (count(each) > 0) {
        return each;
      }
    }
    return count(RunState.FINISHED) == runs.size() ? RunState.FINISHED : RunState.QUEUED;
  }
}
