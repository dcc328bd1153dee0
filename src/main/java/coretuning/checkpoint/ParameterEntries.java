package coretuning.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import coretuning.result.Problem;
import coretuning.safetensors.DType;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// Named arrays as entries of a safetensors file, bit for bit.
public final class ParameterEntries {
  private ParameterEntries() {}

  /// Copies every array off the device.
  ///
  /// @param prefix put before each name
  public static void collect(Parameters parameters, String prefix, Map<String, Entry> into) {
    for (String name : parameters.names()) {
      NDArray array = parameters.get(name);
      into.put(
          prefix + name,
          new Entry(
              dtype(array.getDataType()),
              array.getShape().getShape(),
              array.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN)));
    }
  }

  /// Copies every array back onto the device; entries beyond those asked for are left alone.
  ///
  /// @param file named in errors
  /// @throws Problem if an entry is missing that must not be, or has another shape or dtype
  public static void restore(TensorFile content, Path file, String prefix, Parameters parameters) {
    for (String name : parameters.names()) {
      if (parameters.isOptional(name) && content.entry(prefix + name).isEmpty()) {
        continue;
      }
      NDArray array = parameters.get(name);
      Entry entry =
          content
              .entry(prefix + name)
              .orElseThrow(() -> misfit(file, prefix + name, "it is missing"));
      if (entry.dtype() != dtype(array.getDataType())
          || !Arrays.equals(entry.shape(), array.getShape().getShape())) {
        throw misfit(
            file,
            prefix + name,
            "it is %s %s, not %s %s"
                .formatted(
                    entry.dtype(),
                    Arrays.toString(entry.shape()),
                    dtype(array.getDataType()),
                    array.getShape()));
      }
      copy(entry, array);
    }
  }

  /// Overwrites the values of an array of the same shape and dtype.
  static void copy(Entry entry, NDArray into) {
    ByteBuffer direct = ByteBuffer.allocateDirect(entry.data().remaining());
    direct.order(ByteOrder.LITTLE_ENDIAN).put(entry.data()).flip();
    try (NDArray values = into.getManager().create(direct, into.getShape(), into.getDataType())) {
      Transfer.overwrite(into, values);
    }
  }

  private static Problem misfit(Path file, String name, String how) {
    return new Problem(
        "tensor %s does not fit: %s".formatted(name, how),
        file.toString(),
        "the file was written by other settings; start a new run");
  }

  static DType dtype(DataType type) {
    return switch (type) {
      case FLOAT32 -> DType.F32;
      case FLOAT64 -> DType.F64;
      case INT64 -> DType.I64;
      default -> throw new IllegalArgumentException("cannot store arrays of dtype " + type);
    };
  }
}
