package coretuning.spec;

/// What is drawn around the data.
///
/// @param hasTitle whether title and subtitle are written; in papers the caption says it
public record Surround(boolean hasTitle, LegendPlace legend) {
  /// Everything, each where it is best.
  public static final Surround FULL = new Surround(true, LegendPlace.AUTO);
}
