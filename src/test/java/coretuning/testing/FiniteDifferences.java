package coretuning.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.tensor.Transfer;
import java.util.function.UnaryOperator;

/// Compares gradients with central differences, in float64.
public final class FiniteDifferences {
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-7;

  private FiniteDifferences() {}

  /// Asserts that the gradient of `scalar` at `rows` is right in every coordinate.
  public static void check(double[][] rows, UnaryOperator<NDArray> scalar) {
    double[] values = Tensors.flat(rows);
    var shape = new Shape(rows.length, rows[0].length);
    double[] gradient;
    try (NDManager manager = Tensors.newManager()) {
      NDArray leaf = Transfer.toDevice(manager, values, shape, DataType.FLOAT64);
      gradient = Tensors.gradient(leaf, () -> scalar.apply(leaf));
    }
    for (int i = 0; i < values.length; i++) {
      double slope =
          (at(values, i, STEP, shape, scalar) - at(values, i, -STEP, shape, scalar)) / (2 * STEP);
      assertThat(gradient[i])
          .as("derivative with respect to value %d", i)
          .isCloseTo(slope, within(TOLERANCE * Math.max(1, Math.abs(slope))));
    }
  }

  private static double at(
      double[] values, int index, double step, Shape shape, UnaryOperator<NDArray> scalar) {
    double[] moved = values.clone();
    moved[index] += step;
    try (NDManager manager = Tensors.newManager()) {
      return Transfer.toDouble(
          scalar.apply(Transfer.toDevice(manager, moved, shape, DataType.FLOAT64)));
    }
  }
}
