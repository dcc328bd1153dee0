package coretuning.ui.compare;

/// Which recorded images a map shows.
enum ImageSet {
  TEST,
  /// Anchors among them: only they have focal weights.
  TRAINING,
  BOTH
}
