package coretuning.cli;

import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec.CoreTuning;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/// An experiment in options, over the bundled sample's preset or a stored spec.
final class ExperimentOptions {
  @ArgGroup(validate = false, heading = "%nData%n")
  private DataOptions data = new DataOptions();

  @Mixin private RunOptions run;

  /// The preset's experiment with what was given.
  ///
  /// @throws coretuning.result.Problem if a stored spec cannot be read or is not one of fine-tuning
  /// @throws IllegalArgumentException if a value is out of its range
  Experiment experiment() {
    return run.experiment(data::over);
  }

  /// Settings of Core-tuning, also where the stored spec is of another method.
  CoreTuning coreTuning() {
    return run.coreTuning();
  }
}
