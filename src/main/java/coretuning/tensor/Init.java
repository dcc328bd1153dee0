package coretuning.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Fresh weights. Numbers are drawn in Java, so that a seed gives the same weights on every device.
public final class Init {
  private Init() {}

  /// He et al. 2015 for convolutions followed by ReLU, mode fan-out: normal with variance 2 /
  /// (outputs * kernel area).
  ///
  /// @param shape `[out, in, kernel, kernel]`
  public static NDArray heNormal(
      NDManager manager, Shape shape, DataType type, RandomGenerator random) {
    double deviation = Math.sqrt(2.0 / (double) (shape.get(0) * shape.get(2) * shape.get(3)));
    return fill(manager, shape, type, () -> deviation * random.nextGaussian());
  }

  /// PyTorch's default for linear layers, weight and bias: uniform within 1 / sqrt(inputs).
  public static NDArray fanInUniform(
      NDManager manager, Shape shape, long inputs, DataType type, RandomGenerator random) {
    double bound = 1.0 / Math.sqrt((double) inputs);
    return fill(manager, shape, type, () -> bound * (2 * random.nextDouble() - 1));
  }

  /// Standard normal values.
  public static NDArray normal(
      NDManager manager, Shape shape, DataType type, RandomGenerator random) {
    return fill(manager, shape, type, random::nextGaussian);
  }

  private static NDArray fill(NDManager manager, Shape shape, DataType type, DoubleSupplier next) {
    int size = Math.toIntExact(shape.size());
    if (type == DataType.FLOAT64) {
      var values = new double[size];
      for (int i = 0; i < size; i++) {
        values[i] = next.getAsDouble();
      }
      return Transfer.toDevice(manager, values, shape, type);
    }
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) next.getAsDouble();
    }
    return Transfer.toDevice(manager, values, shape);
  }
}
