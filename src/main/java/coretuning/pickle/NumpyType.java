package coretuning.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// A NumPy dtype: kind and size as in `f4`; the byte order comes with the state set afterwards.
final class NumpyType {
  private final String code;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  NumpyType(String code) {
    this.code = code;
  }

  /// Takes the state `(version, byte order, ...)`.
  void setState(Sequence state) {
    order =
        state.get(1, String.class, "numpy.dtype").equals(">")
            ? ByteOrder.BIG_ENDIAN
            : ByteOrder.LITTLE_ENDIAN;
  }

  ByteOrder order() {
    return order;
  }

  String code() {
    return code;
  }

  /// The same type of a tensor, if there is one.
  Optional<ElementType> elementType() {
    return Optional.ofNullable(
        switch (code) {
          case "f8" -> ElementType.FLOAT64;
          case "f4" -> ElementType.FLOAT32;
          case "f2" -> ElementType.FLOAT16;
          case "i8" -> ElementType.INT64;
          case "i4" -> ElementType.INT32;
          case "i2" -> ElementType.INT16;
          case "i1" -> ElementType.INT8;
          case "u1" -> ElementType.UINT8;
          case "b1" -> ElementType.BOOL;
          default -> null;
        });
  }

  /// The tensor that array or scalar is.
  ///
  /// @param columnMajor NumPy's "Fortran order": the first dimension is fastest
  TorchTensor tensor(long[] shape, boolean columnMajor, byte[] data) {
    ElementType type =
        elementType()
            .orElseThrow(() ->
                new Refusal(
                    "holds a NumPy array of type %s; only numbers are read"
                        .formatted(Refusal.shown(code))));
    var bytes = new Storage.InMemory(ByteBuffer.wrap(data), order);
    return new TorchTensor(
        type,
        shape,
        columnMajor ? columnMajor(shape) : TorchTensor.rowMajor(shape),
        0,
        new StorageReference(type, bytes));
  }

  private static long[] columnMajor(long[] shape) {
    var strides = new long[shape.length];
    long stride = 1;
    for (int i = 0; i < shape.length; i++) {
      strides[i] = stride;
      stride *= Math.max(1, shape[i]);
    }
    return strides;
  }
}
