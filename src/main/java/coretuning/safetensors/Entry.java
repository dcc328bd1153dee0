package coretuning.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// One tensor: element type, shape and little-endian bytes, row-major. Immutable.
///
/// @param dtype of the elements
/// @param shape sizes of the dimensions, each at least 0; empty for a scalar
/// @param data the elements; each call of `data()` gives a fresh read-only little-endian view at
///   position 0
public record Entry(DType dtype, long[] shape, ByteBuffer data) {

  public Entry {
    shape = shape.clone();
    data = data.slice().asReadOnlyBuffer();
    long needed = bytesOf(dtype, shape);
    if (needed != data.remaining()) {
      throw new IllegalArgumentException(
          "shape %s of %s needs %d bytes, got %d"
              .formatted(Arrays.toString(shape), dtype, needed, data.remaining()));
    }
  }

  /// Bytes that a tensor takes.
  ///
  /// @throws IllegalArgumentException if a size is negative or the product exceeds a long
  static long bytesOf(DType dtype, long[] shape) {
    long count = dtype.bytes();
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("shape %s has a negative size".formatted(show(shape)));
      }
      if (Math.multiplyHigh(count, size) != 0 || count * size < 0) {
        throw new IllegalArgumentException("shape %s is too large".formatted(show(shape)));
      }
      count *= size;
    }
    return count;
  }

  private static String show(long[] shape) {
    return Arrays.toString(shape);
  }

  /// F32 of the given shape.
  public static Entry of(float[] values, long... shape) {
    ByteBuffer bytes = allocate(values.length, DType.F32);
    bytes.asFloatBuffer().put(values);
    return new Entry(DType.F32, shape, bytes);
  }

  /// F64 of the given shape.
  public static Entry of(double[] values, long... shape) {
    ByteBuffer bytes = allocate(values.length, DType.F64);
    bytes.asDoubleBuffer().put(values);
    return new Entry(DType.F64, shape, bytes);
  }

  /// I64 of the given shape.
  public static Entry of(long[] values, long... shape) {
    ByteBuffer bytes = allocate(values.length, DType.I64);
    bytes.asLongBuffer().put(values);
    return new Entry(DType.I64, shape, bytes);
  }

  /// I32 of the given shape.
  public static Entry of(int[] values, long... shape) {
    ByteBuffer bytes = allocate(values.length, DType.I32);
    bytes.asIntBuffer().put(values);
    return new Entry(DType.I32, shape, bytes);
  }

  /// U8 of the given shape.
  public static Entry of(byte[] values, long... shape) {
    return new Entry(DType.U8, shape, ByteBuffer.wrap(values.clone()));
  }

  private static ByteBuffer allocate(int count, DType dtype) {
    return ByteBuffer.allocate(Math.multiplyExact(count, dtype.bytes()))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  @Override
  public ByteBuffer data() {
    return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Number of elements.
  public int count() {
    return data.remaining() / dtype.bytes();
  }

  /// The elements as floats: F16 and BF16 widen exactly, F64 and large integers are rounded to the
  /// nearest float, BOOL becomes 0 or 1.
  public float[] toFloats() {
    var values = new float[count()];
    ByteBuffer bytes = data();
    switch (dtype) {
      case F32 -> bytes.asFloatBuffer().get(values);
      case F16 -> fill(values, () -> Float.float16ToFloat(bytes.getShort()));
      case BF16 -> fill(values, () -> Float.intBitsToFloat(bytes.getShort() << 16));
      case F64 -> fill(values, () -> (float) bytes.getDouble());
      case I64 -> fill(values, () -> (float) bytes.getLong());
      case I32 -> fill(values, () -> (float) bytes.getInt());
      case I16 -> fill(values, bytes::getShort);
      case I8 -> fill(values, bytes::get);
      case U8, BOOL -> fill(values, () -> bytes.get() & 0xff);
    }
    return values;
  }

  private interface NextFloat {
    float next();
  }

  private static void fill(float[] values, NextFloat source) {
    for (int i = 0; i < values.length; i++) {
      values[i] = source.next();
    }
  }

  /// The elements as doubles; F64 stays as it is, every other type goes by [#toFloats()].
  public double[] toDoubles() {
    var values = new double[count()];
    if (dtype == DType.F64) {
      data().asDoubleBuffer().get(values);
    } else {
      float[] floats = toFloats();
      for (int i = 0; i < values.length; i++) {
        values[i] = floats[i];
      }
    }
    return values;
  }

  /// The elements of an integer or BOOL tensor.
  ///
  /// @throws IllegalArgumentException if the elements are floating-point numbers
  public long[] toLongs() {
    if (dtype.isFloat()) {
      throw new IllegalArgumentException("a tensor of " + dtype + " does not hold integers");
    }
    var values = new long[count()];
    ByteBuffer bytes = data();
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (dtype) {
            case I64 -> bytes.getLong();
            case I32 -> bytes.getInt();
            case I16 -> bytes.getShort();
            case I8 -> bytes.get();
            default -> bytes.get() & 0xff;
          };
    }
    return values;
  }

  /// The elements of an integer or BOOL tensor.
  ///
  /// @throws IllegalArgumentException if the elements are floating-point numbers
  /// @throws ArithmeticException if one exceeds an int
  public int[] toInts() {
    long[] longs = toLongs();
    var values = new int[longs.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.toIntExact(longs[i]);
    }
    return values;
  }

  /// E.g. `F32 [64, 3, 7, 7]`.
  @Override
  public String toString() {
    return dtype + " " + show(shape);
  }
}
