package coretuning.safetensors;

/// Element types of the format that the workbench reads; their names are the file's.
public enum DType {
  F64(8),
  F32(4),
  /// IEEE 754 half precision.
  F16(2),
  /// The upper half of an F32.
  BF16(2),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  /// Unsigned byte.
  U8(1),
  /// One byte an element, 0 or 1.
  BOOL(1);

  private final int bytes;

  DType(int bytes) {
    this.bytes = bytes;
  }

  /// Size of an element.
  public int bytes() {
    return bytes;
  }

  /// Whether elements are floating-point numbers.
  public boolean isFloat() {
    return this == F64 || this == F32 || this == F16 || this == BF16;
  }
}
