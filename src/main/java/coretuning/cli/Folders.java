package coretuning.cli;

import coretuning.job.Workspace;
import coretuning.store.RunStore;
import java.nio.file.Path;

/// Where the program keeps things unless told otherwise.
final class Folders {
  /// Runs of the window and of commands without `--out`, below the working folder.
  static final Path RUNS = Path.of("runs");

  private Folders() {}

  /// Decoded images; `CORETUNING_CACHE` moves it.
  static Path cache() {
    String chosen = System.getenv("CORETUNING_CACHE");
    return chosen == null
        ? Path.of(System.getProperty("user.home"), ".cache", "core-tuning-workbench")
        : Path.of(chosen);
  }

  static Workspace workspace(Path runs) {
    return new Workspace(new RunStore(runs), cache());
  }

  /// The folder a run's folder lies in.
  static Path parent(Path run) {
    Path parent = run.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a run's folder cannot be the root of the file system");
    }
    return parent;
  }
}
