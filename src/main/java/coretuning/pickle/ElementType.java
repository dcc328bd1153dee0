package coretuning.pickle;

import java.util.Locale;

/// Element types of PyTorch's tensors that can be read; their names are PyTorch's in capitals.
public enum ElementType {
  FLOAT32(4, "FloatStorage"),
  FLOAT64(8, "DoubleStorage"),
  /// IEEE 754 half precision.
  FLOAT16(2, "HalfStorage"),
  /// The upper half of a FLOAT32.
  BFLOAT16(2, "BFloat16Storage"),
  INT64(8, "LongStorage"),
  INT32(4, "IntStorage"),
  INT16(2, "ShortStorage"),
  INT8(1, "CharStorage"),
  UINT8(1, "ByteStorage"),
  /// One byte an element, 0 or 1.
  BOOL(1, "BoolStorage");

  private final int bytes;
  private final String storage;

  ElementType(int bytes, String storage) {
    this.bytes = bytes;
    this.storage = storage;
  }

  /// Size of an element.
  public int bytes() {
    return bytes;
  }

  /// Class of PyTorch's storages of this type, e.g. `FloatStorage`.
  String storage() {
    return storage;
  }

  /// PyTorch's name, e.g. `float32`.
  String torchName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
