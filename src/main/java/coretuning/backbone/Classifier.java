package coretuning.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import coretuning.tensor.Init;
import coretuning.tensor.Parameters;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The linear classifier G_y on pooled features.
public final class Classifier {
  private final Parameters parameters = new Parameters();
  private final NDArray weight;
  private final @Nullable NDArray bias;

  /// A classifier with fresh weights, named `fc.weight` and `fc.bias`.
  ///
  /// @param withBias the released Core-tuning code has none
  public Classifier(
      int featureSize,
      int classes,
      boolean withBias,
      NDManager manager,
      DataType type,
      RandomGenerator random) {
    weight =
        parameters.addTrainable(
            "fc.weight",
            Init.fanInUniform(manager, new Shape(classes, featureSize), featureSize, type, random));
    bias =
        withBias
            ? parameters.addTrainable(
                "fc.bias",
                Init.fanInUniform(manager, new Shape(classes), featureSize, type, random))
            : null;
  }

  /// Class scores.
  ///
  /// @param features `[N, D]`
  /// @return `[N, K]`
  public NDArray logits(NDArray features) {
    return Linear.linear(features, weight, bias).singletonOrThrow();
  }

  public Parameters parameters() {
    return parameters;
  }

  /// K.
  public int classes() {
    return Math.toIntExact(weight.getShape().get(0));
  }
}
