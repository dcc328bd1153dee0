package coretuning.method;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import java.util.random.RandomGenerator;

/// What a method is built on: the networks as they stand before the first step, pre-trained weights
/// loaded. A method that pulls towards its start copies it here.
///
/// @param backbone G_e, to be fine-tuned in place
/// @param classifier G_y, fresh
/// @param manager owns whatever the method keeps
/// @param type of the networks' arrays: float32, or float64 in tests
/// @param random source of fresh weights of the method's own heads
public record Foundation(
    ResNet backbone,
    Classifier classifier,
    NDManager manager,
    DataType type,
    RandomGenerator random) {

  /// D, the length of a pooled feature.
  int featureSize() {
    return backbone.featureSize();
  }

  /// K.
  int classes() {
    return classifier.classes();
  }
}
