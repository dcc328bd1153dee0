package coretuning.result;

/// The quantities of Core-tuning's Theorem 1, measured on the recorded test features (raw features
/// z, scaled to unit length). The theorem says that L_con = T + R falls with H(Z|Y) - H(Z).
///
/// Estimators: T and R as in [Spread]; the entropies are means over fixed one-dimensional slices of
/// feature space. Compare epochs and methods of one architecture and one set of images; the levels
/// mean little.
///
/// @param epoch epochs done; 0 is before training
/// @param tightness T, nats: low where classes are compact
/// @param contrast R, nats: low where features are spread
/// @param conditionalEntropy estimate of H(Z|Y), nats; NaN if every class has too few images
/// @param entropy estimate of H(Z), nats; NaN for too few images
public record Theory(
    int epoch, double tightness, double contrast, double conditionalEntropy, double entropy) {

  /// L_con of all recorded images as one batch, nats.
  public double contrastiveLoss() {
    return tightness + contrast;
  }

  /// H(Z) - H(Z|Y), nats: what a slice of the features tells of the class, at least 0 and at most
  /// H(Y) up to the error of the estimates.
  public double information() {
    return entropy - conditionalEntropy;
  }
}
