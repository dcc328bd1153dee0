package coretuning.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import coretuning.tensor.Init;
import coretuning.tensor.Parameters;
import java.util.random.RandomGenerator;

/// The two-layer projection head G_c: linear D -> D, ReLU, linear D -> P, both with bias.
///
/// Contrast happens in its output space, on unit rows; it is dropped after training. Core-tuning (P
/// = 256 in the released code) and MoCo-v2 (P = 128) have the same one.
public final class ProjectionHead {
  private final Parameters parameters = new Parameters();
  private final NDArray innerWeight;
  private final NDArray innerBias;
  private final NDArray outerWeight;
  private final NDArray outerBias;

  /// A head with fresh weights, named `0.weight`, `0.bias`, `2.weight`, `2.bias` as in a PyTorch
  /// sequence of linear, ReLU, linear.
  ///
  /// @param featureSize D
  /// @param outputs P
  public ProjectionHead(
      int featureSize, int outputs, NDManager manager, DataType type, RandomGenerator random) {
    var inner = new Shape(featureSize, featureSize);
    var outer = new Shape(outputs, featureSize);
    innerWeight = add("0.weight", inner, featureSize, manager, type, random);
    innerBias = add("0.bias", new Shape(featureSize), featureSize, manager, type, random);
    outerWeight = add("2.weight", outer, featureSize, manager, type, random);
    outerBias = add("2.bias", new Shape(outputs), featureSize, manager, type, random);
  }

  private NDArray add(
      String name,
      Shape shape,
      long inputs,
      NDManager manager,
      DataType type,
      RandomGenerator random) {
    return parameters.addTrainable(name, Init.fanInUniform(manager, shape, inputs, type, random));
  }

  /// Projected features, not normalised.
  ///
  /// @param features `[N, D]`
  /// @return `[N, P]`, owned by the manager of `features`
  public NDArray project(NDArray features) {
    NDArray hidden = Linear.linear(features, innerWeight, innerBias).singletonOrThrow();
    return Linear.linear(Activation.relu(hidden), outerWeight, outerBias).singletonOrThrow();
  }

  public Parameters parameters() {
    return parameters;
  }
}
