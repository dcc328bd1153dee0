package coretuning.spec;

/// Which weights of a run are its result. Never chosen by test images: they are read once, at the
/// end, with the weights chosen here.
public enum Selection {
  /// Those of the last epoch: nothing is chosen.
  LAST_EPOCH,
  /// Those of the epoch with the best top-1 on the held-out validation images, the first of equals.
  BEST_VALIDATION_EPOCH
}
