package coretuning.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import coretuning.tensor.Init;
import coretuning.tensor.Parameters;
import java.util.random.RandomGenerator;

/// A projection head of one linear layer D -> P with bias: MoCo-v1's (He et al. 2020) and
/// Bi-tuning's.
public final class LinearHead {
  private final Parameters parameters = new Parameters();
  private final NDArray weight;
  private final NDArray bias;

  /// A head with fresh weights, named `weight` and `bias`.
  ///
  /// @param featureSize D
  /// @param outputs P
  public LinearHead(
      int featureSize, int outputs, NDManager manager, DataType type, RandomGenerator random) {
    weight =
        parameters.addTrainable(
            "weight",
            Init.fanInUniform(manager, new Shape(outputs, featureSize), featureSize, type, random));
    bias =
        parameters.addTrainable(
            "bias", Init.fanInUniform(manager, new Shape(outputs), featureSize, type, random));
  }

  /// Projected features, not normalised.
  ///
  /// @param features `[N, D]`
  /// @return `[N, P]`, owned by the manager of `features`
  public NDArray project(NDArray features) {
    return Linear.linear(features, weight, bias).singletonOrThrow();
  }

  public Parameters parameters() {
    return parameters;
  }
}
