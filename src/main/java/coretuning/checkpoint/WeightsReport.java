package coretuning.checkpoint;

import java.util.List;

/// What a backbone's file gave.
///
/// @param matched tensors copied into the backbone: all it has
/// @param prefix what stood before their names in the file, e.g. `encoder_q.`; often empty
/// @param ignored names in the file that the backbone does not have: heads, queues, counters
/// @param sha256 of the file
public record WeightsReport(int matched, String prefix, List<String> ignored, String sha256) {
  public WeightsReport {
    ignored = List.copyOf(ignored);
  }

  /// One sentence for provenance and log.
  public String sentence() {
    return "matched %d of %d tensors%s%s"
        .formatted(
            matched,
            matched,
            prefix.isEmpty() ? "" : " under \"" + prefix + "\"",
            ignored.isEmpty() ? "" : ", left out " + ignored.size() + " others");
  }
}
