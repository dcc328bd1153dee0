package coretuning.spec;

/// The colours of categories and magnitudes.
public enum ColourSet {
  /// Okabe and Ito's colours first, then as distinct as can be: apart for the colour-blind.
  STANDARD,
  /// Paul Tol's bright scheme first, which also keeps apart for the colour-blind.
  BRIGHT,
  /// Shades of grey, for print without colour; tells few categories apart.
  GREY
}
