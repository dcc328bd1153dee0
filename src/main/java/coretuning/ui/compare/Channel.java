package coretuning.ui.compare;

/// What the colours of a map can show.
enum Channel {
  LABEL,
  PREDICTION,
  CORRECTNESS,
  CONFIDENCE,
  /// Cross-entropy of the true class.
  LOSS,
  /// Training or test image.
  SPLIT,
  /// Cosine distance to the centre of the own class, in the original space.
  CENTRE,
  /// Share of neighbours of the same class, in the original space.
  AGREEMENT,
  /// Of the loss: recorded of training images.
  WEIGHT,
  /// From the first run on display to another: which predictions became right or wrong.
  CHANGE,
  /// From the first run on display to another: nearer to the own class's centre or farther.
  MOVE;

  /// Whether it tells something of two runs.
  boolean isDifference() {
    return this == CHANGE || this == MOVE;
  }
}
