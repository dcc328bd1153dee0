package coretuning.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What the checkpoint doctor found in a file of weights.
///
/// @param file its path
/// @param sha256 of its bytes, hexadecimal
/// @param format of the container, e.g. `PyTorch zip`
/// @param layout how its names were understood
/// @param match what of it fits which architecture
/// @param tensors all of them, in the file's order
/// @param notes everything else in it as text: epoch, arguments ...
public record CheckpointReport(
    String file,
    String sha256,
    String format,
    LayoutChoice layout,
    TensorMatch match,
    List<TensorSummary> tensors,
    SequencedMap<String, String> notes) {
  public CheckpointReport {
    tensors = List.copyOf(tensors);
    notes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(notes));
  }
}
