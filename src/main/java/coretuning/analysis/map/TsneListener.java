package coretuning.analysis.map;

import coretuning.result.Layout;

/// Follows a t-SNE map while it is computed, on the computing thread: be quick. What it throws ends
/// the computation.
@FunctionalInterface
public interface TsneListener {
  /// Called every tenth iteration.
  ///
  /// @param iterations made so far
  void progressed(int iterations);

  /// Called every 20th iteration with the points' places; a copy, for a live picture.
  default void moved(Layout layout) {}
}
