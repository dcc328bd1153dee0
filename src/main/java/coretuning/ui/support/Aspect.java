package coretuning.ui.support;

/// What of the runs on display changed: views redraw only for what they show.
public enum Aspect {
  /// Which runs are on display.
  RUNS,
  STATE,
  PROGRESS,
  /// Steps and epochs.
  METRICS,
  /// What batches tell, Theorem 1's quantities, warnings.
  DIAGNOSTICS,
  SNAPSHOTS,
  /// A map under way.
  LAYOUTS,
  PROJECTIONS,
  EVALUATIONS
}
