package coretuning.checkpoint;

import coretuning.pickle.ElementType;
import coretuning.pickle.TorchFile;
import coretuning.pickle.TorchTensor;
import coretuning.result.Problem;
import coretuning.safetensors.DType;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Somebody's file of weights: recognised by what is in it, whatever its name ends with.
///
/// @param path of the file
/// @param format of the container, for people
/// @param tensors by name, keys of nested dicts joined by dots
/// @param notes everything else as text
record CheckpointFile(
    Path path,
    String format,
    SequencedMap<String, StoredTensor> tensors,
    SequencedMap<String, String> notes) {
  private static final int START_BYTES = 512;
  private static final int TAR_MARK = 257;

  /// Starts of files that people take for weights, and what they are.
  private static final Map<String, String> OTHERS =
      Map.of(
          "\u001f\u008b", "is compressed by gzip: unpack it first",
          "\u0089HDF", "is an HDF5 file of Keras, which is not read",
          "version https://git-lfs", "is only a pointer of git-lfs: fetch the real file",
          "<", "is a web page: the download did not give the weights");

  CheckpointFile {
    tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
    notes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(notes));
  }

  /// Opens a file of safetensors or of PyTorch; nothing in it is executed.
  ///
  /// @throws Problem if it is neither, broken, or holds more than data
  static CheckpointFile open(Path path) {
    byte[] start = start(path);
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (start.length == 0) {
      throw unknown(path, "is empty");
    }
    OTHERS.forEach((mark, what) -> {
      if (text.startsWith(mark)) {
        throw unknown(path, what);
      }
    });
    if (text.startsWith("ustar", TAR_MARK)) {
      throw unknown(path, "is a tar archive, as PyTorch wrote before 0.2: convert it in PyTorch");
    }
    // The eight bytes before it are the header's length.
    return start.length > Long.BYTES && start[Long.BYTES] == '{' && text.charAt(7) == 0
        ? safetensors(path)
        : torch(path);
  }

  private static byte[] start(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(START_BYTES);
    } catch (NoSuchFileException missing) {
      throw new Problem("the file does not exist", path.toString(), "check the path", missing);
    } catch (IOException unreadable) {
      throw new Problem(
          "the file cannot be read: " + unreadable.getMessage(),
          path.toString(),
          "check that it is a readable file",
          unreadable);
    }
  }

  private static Problem unknown(Path path, String what) {
    return new Problem(
        "the file " + what, path.toString(), "choose weights of PyTorch or safetensors");
  }

  private static CheckpointFile safetensors(Path path) {
    TensorFile content = TensorFile.read(path);
    var tensors = new LinkedHashMap<String, StoredTensor>();
    content
        .entries()
        .forEach((name, entry) ->
            tensors.put(name, new StoredTensor(entry.dtype(), sizes(entry.shape()), () -> entry)));
    return new CheckpointFile(
        path, "safetensors", tensors, new LinkedHashMap<>(content.metadata()));
  }

  private static CheckpointFile torch(Path path) {
    TorchFile content = TorchFile.read(path);
    var tensors = new LinkedHashMap<String, StoredTensor>();
    content
        .tensors()
        .forEach((name, tensor) ->
            tensors.put(
                name,
                new StoredTensor(
                    dtype(tensor.type()), sizes(tensor.shape()), () -> entry(tensor))));
    return new CheckpointFile(path, content.format(), tensors, content.notes());
  }

  private static List<Long> sizes(long[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }

  private static Entry entry(TorchTensor tensor) {
    return new Entry(dtype(tensor.type()), tensor.shape(), tensor.data());
  }

  private static DType dtype(ElementType type) {
    return switch (type) {
      case FLOAT64 -> DType.F64;
      case FLOAT32 -> DType.F32;
      case FLOAT16 -> DType.F16;
      case BFLOAT16 -> DType.BF16;
      case INT64 -> DType.I64;
      case INT32 -> DType.I32;
      case INT16 -> DType.I16;
      case INT8 -> DType.I8;
      case UINT8 -> DType.U8;
      case BOOL -> DType.BOOL;
    };
  }

  static ElementType elementType(DType dtype) {
    return Arrays.stream(ElementType.values())
        .filter(type -> dtype(type) == dtype)
        .findFirst()
        .orElseThrow();
  }
}
