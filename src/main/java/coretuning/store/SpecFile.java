package coretuning.store;

import coretuning.spec.RunSpec;
import java.nio.file.Path;

/// A stored question: what a run was asked, to be read, edited in a text editor and run again.
public final class SpecFile {
  private static final JsonFile<RunSpec> JSON =
      new JsonFile<>(RunSpec.class, "spec", SpecUpgrade::apply);

  private SpecFile() {}

  /// Reads an experiment or a pre-training.
  ///
  /// @throws coretuning.result.Problem naming the file, the field and the rule that is broken
  public static RunSpec read(Path file) {
    return JSON.read(file);
  }

  /// Writes atomically.
  ///
  /// @throws coretuning.result.Problem if the file cannot be written
  public static void write(Path file, RunSpec spec) {
    JSON.write(file, spec);
  }
}
