package coretuning.spec;

import java.util.Optional;

/// The feature extractor and the linear classifier on top of it.
///
/// @param architecture the backbone
/// @param weights file of pre-trained weights; empty starts from random weights
/// @param classifierBias whether the linear classifier has a bias (the released Core-tuning code:
///   no)
/// @param partialWeights whether weights that match only a part of the backbone are enough, the
///   rest being random; only ever by the user's word, and the run's provenance says so
public record BackboneSpec(
    Architecture architecture,
    Optional<String> weights,
    boolean classifierBias,
    boolean partialWeights) {

  /// All weights of the file must match.
  public BackboneSpec(Architecture architecture, Optional<String> weights, boolean classifierBias) {
    this(architecture, weights, classifierBias, false);
  }

  /// The same backbone from other weights, all of which must match: what the user confirmed was
  /// said of this file.
  public BackboneSpec withWeights(Optional<String> other) {
    return new BackboneSpec(architecture, other, classifierBias);
  }
}
