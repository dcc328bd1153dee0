package coretuning.spec;

/// Where tensors live. `CUDA` that cannot be used is an error, never a silent run on the CPU.
public enum DeviceChoice {
  /// The first CUDA device if there is one, else the CPU; the run says which and why.
  AUTO,
  CPU,
  CUDA
}
