package coretuning.spec;

/// Whatever can be asked of the device lane and becomes a run folder.
public sealed interface RunSpec permits Experiment, Pretraining {
  /// What the user calls it.
  String name();

  /// Method as in the literature, e.g. `Core-tuning`.
  String methodTitle();

  DataSpec data();

  TrainSpec train();

  RecordingSpec recording();

  DeviceChoice device();

  long seed();
}
