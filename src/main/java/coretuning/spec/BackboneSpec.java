package coretuning.spec;

import java.util.Optional;

/// The feature extractor and the linear classifier on top of it.
///
/// @param architecture the backbone
/// @param weights file of pre-trained weights; empty starts from random weights
/// @param classifierBias whether the linear classifier has a bias (the released Core-tuning code:
///   no)
public record BackboneSpec(
    Architecture architecture, Optional<String> weights, boolean classifierBias) {

  /// The same backbone from other weights.
  public BackboneSpec withWeights(Optional<String> other) {
    return new BackboneSpec(architecture, other, classifierBias);
  }
}
