package coretuning.method;

import ai.djl.ndarray.NDArray;

/// The batches that training will see, for a method that has to look at them before its first step.
public interface TrainingImages {

  /// Shows the batches of an epoch, in its order and with its augmentation.
  ///
  /// @param epoch counted from 0
  /// @param most batches; fewer if the epoch has fewer
  void show(int epoch, int most, Viewer viewer);

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
