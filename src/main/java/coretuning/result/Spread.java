package coretuning.result;

/// How classes lie in the original feature space, on unit-length features.
///
/// @param intraClass mean cosine distance of a feature to its class centre, in [0, 2]
/// @param interClass mean cosine distance between pairs of class centres, in [0, 2]
/// @param alignment mean squared distance of same-class pairs (Wang and Isola 2020, a = 2;
///   positives are pairs of one class)
/// @param uniformity log mean exp(-2 squared distance) over distinct pairs (t = 2); lower is more
///   uniform
/// @param tightness T of L_con = T + R (methods: the part that pulls a class together)
/// @param contrast R of L_con = T + R (the part that spreads all features)
/// @param intraPerClass `[K]` intra-class distance of each class; NaN for a class without samples
public record Spread(
    double intraClass,
    double interClass,
    double alignment,
    double uniformity,
    double tightness,
    double contrast,
    double[] intraPerClass) {

  /// Intra-class over inter-class distance: small means tight, well separated classes.
  public double ratio() {
    return intraClass / interClass;
  }
}
