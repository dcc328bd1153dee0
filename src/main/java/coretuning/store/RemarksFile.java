package coretuning.store;

import coretuning.result.Problem;
import coretuning.result.Remarks;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the user noted on a run, in a file of its own: the job that works on the run never touches
/// it, and it may be edited while the run trains.
public final class RemarksFile {
  private static final String NAME = "remarks.json";
  private static final JsonFile<Remarks> JSON = new JsonFile<>(Remarks.class, "remarks");

  private RemarksFile() {}

  /// The remarks on the run in a folder; none if nothing was noted.
  ///
  /// @throws Problem naming the file if it is damaged
  public static Remarks read(Path run) {
    return JSON.readIfPresent(run.resolve(NAME)).orElseGet(Remarks::none);
  }

  /// Replaces the remarks on the run in a folder.
  ///
  /// @throws Problem if the run is gone or the disk refuses
  public static void write(Path run, Remarks remarks) {
    if (!Files.isDirectory(run)) {
      // Writing would bring back a folder that was thrown away.
      throw new Problem("there is no such run", run.toString(), "look at the list of runs again");
    }
    JSON.write(run.resolve(NAME), remarks);
  }
}
