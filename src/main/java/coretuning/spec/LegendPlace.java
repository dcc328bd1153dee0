package coretuning.spec;

/// Where the legends of a figure go.
public enum LegendPlace {
  /// Where each kind of figure puts it best.
  AUTO,
  TOP,
  RIGHT,
  BOTTOM,
  NONE
}
