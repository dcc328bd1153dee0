package coretuning.checkpoint;

import coretuning.pickle.TorchFile;
import coretuning.pickle.TorchTensor;
import coretuning.pickle.TrainingState;
import coretuning.result.Problem;
import coretuning.safetensors.DType;
import coretuning.safetensors.Entry;
import coretuning.spec.Architecture;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the state of momentum contrast as MoCo's own training script does, for other people's
/// evaluation code: `epoch`, `arch` and a `state_dict` of `module.encoder_q.*`,
/// `module.encoder_k.*`, `module.queue` `[P, Q]` and `module.queue_ptr`.
///
/// MoCo keeps its queue with the keys in columns, we in rows. Its optimiser's state is left out: no
/// evaluation reads it. BatchNorm's `num_batches_tracked` is left out as well: `load_state_dict`
/// takes its absence in a file without version for an older one's, not for an error.
public final class MocoFile {
  private static final String QUEUE = "queue";
  private static final String POINTER = "queue_ptr";
  private static final String QUERY = "encoder_q.";
  private static final String KEY = "encoder_k.";

  private MocoFile() {}

  /// Writes PyTorch's zip format, whatever the ending.
  ///
  /// @param state arrays as the run keeps them: encoders, `queue` `[Q, P]`, `queue_ptr`; others are
  ///   left out
  /// @param epoch epochs done
  /// @throws Problem if the state is none of momentum contrast, or the file cannot be written
  public static void write(
      Path file, Map<String, Entry> state, Architecture architecture, int epoch) {
    var tensors = new LinkedHashMap<String, TorchTensor>();
    state.forEach((name, entry) -> {
      if (name.startsWith(QUERY) || name.startsWith(KEY) || name.equals(POINTER)) {
        tensors.put("module." + name, WeightsFile.tensor(entry));
      } else if (name.equals(QUEUE)) {
        tensors.put("module." + name, WeightsFile.tensor(transposed(entry)));
      }
    });
    if (!tensors.containsKey("module." + QUEUE)) {
      throw new Problem(
          "the run keeps no queue of keys", file.toString(), "choose a run of MoCo or MoCHi");
    }
    TorchFile.write(file, new TrainingState(epoch, architecture.label(), tensors));
  }

  private static Entry transposed(Entry rows) {
    if (rows.dtype() != DType.F32 || rows.shape().length != 2) {
      throw new IllegalArgumentException(
          "a queue must be a matrix of F32, got %s with %d dimensions"
              .formatted(rows.dtype(), rows.shape().length));
    }
    int keys = Math.toIntExact(rows.shape()[0]);
    int size = Math.toIntExact(rows.shape()[1]);
    float[] values = rows.toFloats();
    var columns = new float[values.length];
    for (int key = 0; key < keys; key++) {
      for (int d = 0; d < size; d++) {
        columns[d * keys + key] = values[key * size + d];
      }
    }
    return Entry.of(columns, size, keys);
  }
}
