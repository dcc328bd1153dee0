package coretuning.pickle;

import coretuning.result.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What a file of `torch.save` or a bare pickle holds. Immutable.
///
/// @param format of the container, for people
/// @param tensors by name, in the file's order; keys of nested dicts are joined by dots
/// @param notes everything else by name, as text: epoch, arch, arguments ...
public record TorchFile(
    String format, SequencedMap<String, TorchTensor> tensors, SequencedMap<String, String> notes) {
  /// Tensors may share storages (a model and its average, tied weights), but not so many times that
  /// a small file claims much memory.
  private static final long MOST_SHARING = 16;

  private static final long SMALL_BYTES = 1 << 20;

  public TorchFile {
    tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
    notes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(notes));
  }

  /// Reads names, types and shapes; the values stay in the file until they are asked for. Nothing
  /// in the file is executed and its name's ending does not matter.
  ///
  /// @throws Problem with the reason if it is refused: broken, or holding more than data
  public static TorchFile read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return read(file, channel);
    } catch (Refusal refusal) {
      throw new Problem(
          "the file " + refusal.getMessage(),
          file.toString(),
          "ask its author for a state dict saved by torch.save, or for safetensors",
          refusal);
    } catch (NoSuchFileException missing) {
      throw new Problem("the file does not exist", file.toString(), "check the path", missing);
    } catch (IOException failure) {
      throw new Problem(
          "the file cannot be read: " + failure.getMessage(),
          file.toString(),
          "check that it is a readable file on a healthy disk",
          failure);
    }
  }

  private static TorchFile read(Path file, FileChannel channel) throws IOException {
    Object value;
    String format;
    if (isZip(channel)) {
      value = ZipContainer.read(file, channel);
      format = "PyTorch zip";
    } else {
      StreamContainer.Content content = StreamContainer.read(file, channel);
      value = content.value();
      format = content.torch() ? "PyTorch before 1.6" : "pickle";
    }
    var contents = new Contents(value);
    requireModest(contents.tensors(), channel.size());
    return new TorchFile(format, contents.tensors(), contents.notes());
  }

  private static boolean isZip(FileChannel channel) throws IOException {
    var start = ByteBuffer.allocate(4);
    while (start.hasRemaining() && channel.read(start, start.position()) >= 0) {
      // A short read goes on where it stopped.
    }
    return start.flip().remaining() == 4 && start.getInt() == 0x504b0304;
  }

  private static void requireModest(Map<String, TorchTensor> tensors, long fileBytes) {
    long total = 0;
    for (TorchTensor each : tensors.values()) {
      // Asking for it refuses a tensor whose bytes are missing.
      each.storage().storage();
      total += each.length();
      if (total > MOST_SHARING * fileBytes + SMALL_BYTES) {
        throw new Refusal(
            "holds tensors that claim more than %d times its %d bytes"
                .formatted(MOST_SHARING, fileBytes));
      }
    }
  }

  /// Writes a state dict in the zip format, for `torch.load`, also with `weights_only=True`.
  ///
  /// @param tensors by name
  /// @throws Problem if the file cannot be written; an old file stays as it was
  public static void write(Path file, SequencedMap<String, TorchTensor> tensors) {
    TorchFileWriter.write(file, StateDictPickle.of(tensors), tensors);
  }

  /// Writes what a training script saves, in the same format.
  ///
  /// @throws Problem if the file cannot be written; an old file stays as it was
  public static void write(Path file, TrainingState state) {
    TorchFileWriter.write(file, StateDictPickle.of(state), state.tensors());
  }
}
