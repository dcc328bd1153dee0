package coretuning.job;

import coretuning.checkpoint.CheckpointDoctor;
import coretuning.result.CheckpointOutline;
import coretuning.result.CheckpointReport;
import coretuning.spec.Architecture;
import java.nio.file.Path;
import java.util.Optional;

/// Other people's files of weights: what they hold, and a copy in plain names. Needs no device.
public final class Checkpoints {
  private Checkpoints() {}

  /// Examines a file of PyTorch or safetensors; nothing in it is executed.
  ///
  /// @param architecture compared with; the best fitting one if empty
  /// @throws coretuning.result.Problem if it cannot be opened, with the reason
  public static CheckpointReport examine(Path file, Optional<Architecture> architecture) {
    return CheckpointDoctor.examine(file, architecture);
  }

  /// Says at first sight what a file holds: names and shapes, no values.
  ///
  /// @param architecture compared with; the best fitting one if empty
  /// @throws coretuning.result.Problem if it cannot be opened, with the reason
  public static CheckpointOutline outline(Path file, Optional<Architecture> architecture) {
    return CheckpointDoctor.outline(file, architecture);
  }

  /// Writes the backbone in `from` under torchvision's names as `.safetensors` or `.pth`.
  ///
  /// @param partial whether a part of the backbone is enough
  /// @return tensors written
  /// @throws coretuning.result.Problem if there is no whole backbone or `to` cannot be written
  public static int convert(
      Path from, Path to, Optional<Architecture> architecture, boolean partial) {
    return CheckpointDoctor.convert(from, to, architecture, partial);
  }
}
