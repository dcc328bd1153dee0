package coretuning.ui.map;

/// What dragging with the primary button does on a map. The middle and the secondary button always
/// move it.
public enum MapTool {
  PAN,
  RECTANGLE,
  LASSO
}
