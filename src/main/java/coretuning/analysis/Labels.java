package coretuning.analysis;

/// Checks of class labels.
final class Labels {
  private Labels() {}

  static void require(int[] labels, int rows, int classes) {
    if (classes < 1) {
      throw new IllegalArgumentException("classes must be at least 1, got " + classes);
    }
    if (labels.length != rows) {
      throw new IllegalArgumentException(
          "%d rows need as many labels, got %d".formatted(rows, labels.length));
    }
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            "a label must lie in [0, %d), got %d".formatted(classes, label));
      }
    }
  }
}
