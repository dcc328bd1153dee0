package coretuning.testing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.spec.DeviceChoice;
import coretuning.tensor.Autograd;
import coretuning.tensor.Compute;
import coretuning.tensor.Transfer;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Arrays for tests, on the CPU.
public final class Tensors {
  private Tensors() {}

  /// A manager of its own on the started engine; the test closes it.
  public static NDManager newManager() {
    return NDManager.newBaseManager(Compute.start(DeviceChoice.CPU).device());
  }

  public static NDArray matrix(NDManager manager, double[][] rows) {
    return matrix(manager, rows, DataType.FLOAT64);
  }

  public static NDArray matrix(NDManager manager, double[][] rows, DataType type) {
    return Transfer.toDevice(manager, flat(rows), new Shape(rows.length, rows[0].length), type);
  }

  public static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  /// Standard normal rows.
  public static double[][] normalRows(int rows, int columns, RandomGenerator random) {
    var values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return values;
  }

  /// The gradient of a scalar function with respect to a leaf that it uses; `leaf` gets recorded.
  public static double[] gradient(NDArray leaf, Supplier<NDArray> scalar) {
    if (!leaf.hasGradient()) {
      leaf.setRequiresGradient(true);
    }
    Autograd.zeroGradient(leaf);
    Autograd.backward(Autograd.recording(scalar));
    try (NDArray gradient = Autograd.gradient(leaf)) {
      return Transfer.toDoubles(gradient);
    }
  }
}
