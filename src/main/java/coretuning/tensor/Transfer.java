package coretuning.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/// Numbers between Java and the device, as `double` on the Java side whatever the array's dtype.
public final class Transfer {
  private Transfer() {}

  /// A new array of the given dtype that owns its memory.
  ///
  /// @param values row-major, as many as `shape` holds
  /// @param type float32 or float64
  public static NDArray toDevice(NDManager manager, double[] values, Shape shape, DataType type) {
    return switch (type) {
      case FLOAT64 -> {
        requireCount(values.length, shape);
        yield owned(manager.create(values, shape));
      }
      case FLOAT32 -> {
        var narrowed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
          narrowed[i] = (float) values[i];
        }
        yield toDevice(manager, narrowed, shape);
      }
      default -> throw unsupported(type);
    };
  }

  /// A new float32 array that owns its memory.
  ///
  /// @param values row-major, as many as `shape` holds
  public static NDArray toDevice(NDManager manager, float[] values, Shape shape) {
    requireCount(values.length, shape);
    return owned(manager.create(values, shape));
  }

  /// A scalar of the dtype and in the manager of another array.
  ///
  /// Everywhere on a gradient path this takes the place of a Java number as operand. The library
  /// makes such a number an array in a Java buffer and drops the buffer at once, although the graph
  /// still reads it in the backward pass: after a garbage collection the gradient is made of
  /// garbage.
  public static NDArray scalarLike(NDArray other, double value) {
    return toDevice(other.getManager(), new double[] {value}, new Shape(), other.getDataType());
  }

  /// Copies values into an array that stays where it is, a learnt one too.
  ///
  /// @param values of the same shape and dtype
  public static void overwrite(NDArray target, NDArray values) {
    // Not set(Buffer): that makes the array share a Java buffer.
    target.set(new NDIndex(":"), values);
  }

  /// On the CPU an array made of Java numbers shares a Java buffer with the collector; a copy does
  /// not.
  private static NDArray owned(NDArray shared) {
    if (shared.getDevice().isGpu()) {
      return shared;
    }
    try (shared) {
      return shared.duplicate();
    }
  }

  private static void requireCount(int count, Shape shape) {
    if (count != shape.size()) {
      throw new IllegalArgumentException(
          "shape %s holds %d values, got %d".formatted(shape, shape.size(), count));
    }
  }

  /// All values of an array, row-major. Waits for the device.
  ///
  /// @param array float32 or float64, any shape
  public static double[] toDoubles(NDArray array) {
    return switch (array.getDataType()) {
      case FLOAT64 -> array.toDoubleArray();
      case FLOAT32 -> {
        float[] values = array.toFloatArray();
        var widened = new double[values.length];
        for (int i = 0; i < values.length; i++) {
          widened[i] = values[i];
        }
        yield widened;
      }
      default -> throw unsupported(array.getDataType());
    };
  }

  /// The value of an array that holds one. Waits for the device.
  public static double toDouble(NDArray scalar) {
    double[] values = toDoubles(scalar);
    if (values.length != 1) {
      throw new IllegalArgumentException("expected one value, got shape " + scalar.getShape());
    }
    return values[0];
  }

  private static IllegalArgumentException unsupported(DataType type) {
    return new IllegalArgumentException("dtype must be float32 or float64, got " + type);
  }
}
