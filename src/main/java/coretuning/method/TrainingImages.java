package coretuning.method;

import ai.djl.ndarray.NDArray;

/// The batches that training will see, for a method that has to look at them before its first step.
public interface TrainingImages {

  /// Shows the batches of an epoch, in its order and with its augmentation.
  ///
  /// @param epoch counted from 0
  /// @param most batches; fewer if the epoch has fewer
  void show(int epoch, int most, Viewer viewer);

  /// Tells how far the look at them has come; to be called every second or so.
  ///
  /// @param done of total
  /// @return false if the run is to stop: what was found so far is dropped; true where nobody waits
  default boolean goOn(long done, long total) {
    return true;
  }

  /// Looks at one batch.
  interface Viewer {
    /// Looks at it.
    ///
    /// @param images `[N, 3, H, W]`, normalised; closed afterwards with all that belongs to their
    ///   manager
    /// @param labels `[N]`
    void see(NDArray images, int[] labels);
  }
}
