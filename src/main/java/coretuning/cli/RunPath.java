package coretuning.cli;

import java.nio.file.Path;

/// Paths of run folders given on the command line.
final class RunPath {
  private RunPath() {}

  /// The folder a run's folder lies in.
  static Path store(Path run) {
    Path parent = run.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a run's folder cannot be the root of the file system");
    }
    return parent;
  }
}
