package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import coretuning.objective.Cosine;
import coretuning.tensor.Init;
import coretuning.tensor.Parameters;
import java.util.random.RandomGenerator;

/// A linear projection with bias onto the unit sphere: Bi-tuning's projector.
final class LinearProjection {
  private final Parameters parameters = new Parameters();
  private final NDArray weight;
  private final NDArray bias;

  /// @param featureSize D
  /// @param outputs P
  LinearProjection(
      int featureSize, int outputs, NDManager manager, DataType type, RandomGenerator random) {
    weight = add("weight", new Shape(outputs, featureSize), featureSize, manager, type, random);
    bias = add("bias", new Shape(outputs), featureSize, manager, type, random);
  }

  private NDArray add(
      String name,
      Shape shape,
      int inputs,
      NDManager manager,
      DataType type,
      RandomGenerator random) {
    return parameters.addTrainable(name, Init.fanInUniform(manager, shape, inputs, type, random));
  }

  /// Projects.
  ///
  /// @param features `[N, D]`
  /// @return `[N, P]` unit rows
  NDArray project(NDArray features) {
    return Cosine.unitRows(Linear.linear(features, weight, bias).singletonOrThrow());
  }

  Parameters parameters() {
    return parameters;
  }
}
