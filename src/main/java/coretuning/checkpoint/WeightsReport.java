package coretuning.checkpoint;

import java.util.List;

/// What a backbone's file gave.
///
/// @param matched tensors copied into the backbone
/// @param expected tensors that the backbone has; more than `matched` only if the user confirmed
///   that a part is enough
/// @param prefix what stood before their names in the file, e.g. `encoder_q.`; often empty
/// @param layout whose way of naming it is, e.g. `MoCo v1 or v2`
/// @param ignored names in the file that were not used: heads, queues, counters
/// @param sha256 of the file
public record WeightsReport(
    int matched, int expected, String prefix, String layout, List<String> ignored, String sha256) {
  public WeightsReport {
    ignored = List.copyOf(ignored);
  }

  /// One sentence for provenance and log.
  public String sentence() {
    return "matched %d of %d tensors%s%s%s"
        .formatted(
            matched,
            expected,
            prefix.isEmpty() ? "" : " under \"%s\" (%s)".formatted(prefix, layout),
            matched < expected ? ", the rest is random as the user confirmed" : "",
            ignored.isEmpty() ? "" : ", left out " + ignored.size() + " others");
  }
}
