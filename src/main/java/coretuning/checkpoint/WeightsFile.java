package coretuning.checkpoint;

import coretuning.pickle.TorchFile;
import coretuning.pickle.TorchTensor;
import coretuning.result.Problem;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;

/// Writes named tensors in the format that the file's ending asks for.
public final class WeightsFile {
  private WeightsFile() {}

  /// Writes `.safetensors`, or PyTorch's zip format for `.pth` and `.pt`, which has no room for the
  /// notes.
  ///
  /// @throws Problem if the ending is another or the file cannot be written
  public static void write(Path file, TensorFile content) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".safetensors")) {
      content.write(file);
    } else if (name.endsWith(".pth") || name.endsWith(".pt")) {
      var tensors = new LinkedHashMap<String, TorchTensor>();
      content.entries().forEach((key, entry) -> tensors.put(key, tensor(entry)));
      TorchFile.write(file, tensors);
    } else {
      throw new Problem(
          "the ending names no format that can be written",
          file.toString(),
          "use .safetensors, or .pth for PyTorch");
    }
  }

  static TorchTensor tensor(Entry entry) {
    return TorchTensor.of(CheckpointFile.elementType(entry.dtype()), entry.shape(), entry.data());
  }
}
