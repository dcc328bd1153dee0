package coretuning.job;

import coretuning.store.RunStore;
import java.nio.file.Path;

/// Where jobs read and write.
///
/// @param runs gets a folder for each run
/// @param cache keeps decoded images between runs; may be deleted at any time
public record Workspace(RunStore runs, Path cache) {
  /// Runs in `runs/` below the working folder: the window's.
  public static Workspace standard() {
    return at(Path.of("runs"));
  }

  /// Runs in the given folder, decoded images in the user's cache folder, or where the environment
  /// variable `CORETUNING_CACHE` says.
  public static Workspace at(Path runs) {
    String chosen = System.getenv("CORETUNING_CACHE");
    Path cache =
        chosen == null
            ? Path.of(System.getProperty("user.home"), ".cache", "core-tuning-workbench")
            : Path.of(chosen);
    return new Workspace(new RunStore(runs), cache);
  }
}
