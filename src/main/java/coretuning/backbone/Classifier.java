package coretuning.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import coretuning.tensor.Init;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
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

  /// Draws all weights anew, as at the start; the arrays stay the same.
  public void reset(RandomGenerator random) {
    long inputs = weight.getShape().get(1);
    try (NDManager scratch = weight.getManager().newSubManager()) {
      for (String name : parameters.names()) {
        NDArray old = parameters.get(name);
        Transfer.overwrite(
            old, Init.fanInUniform(scratch, old.getShape(), inputs, old.getDataType(), random));
      }
    }
  }

  /// The row of weights of each class with its bias, 0 where there is none: what multiplies
  /// [feature; 1].
  ///
  /// @param like any array of the step, whose manager owns the result
  /// @return `[K, D + 1]` without gradient
  public NDArray rows(NDArray like) {
    // The step's zero stands left: the sum belongs to the step.
    NDArray zero = Transfer.scalarLike(like, 0);
    NDArray offsets =
        bias == null
            ? like.getManager().zeros(new Shape(classes()), like.getDataType())
            : zero.add(bias);
    return zero.add(weight).concat(offsets.reshape(classes(), 1), 1).stopGradient();
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
