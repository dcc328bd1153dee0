package coretuning.result;

/// The pre-training run that a fine-tuning run took its backbone from: with its provenance, the
/// chain back to the first random weight.
///
/// @param run its folder's name
/// @param method e.g. `MoCHi`
/// @param epoch of the weights, counted from 1; 0 if it had not finished one
/// @param provenanceHash SHA-256 of its file of provenance, hexadecimal
/// @param weightsHash SHA-256 of the file of weights that was taken, hexadecimal
public record Ancestor(
    String run, String method, int epoch, String provenanceHash, String weightsHash) {
  private static final int HASH_SHOWN = 12;

  /// E.g. `from run mochi-7, epoch 8 (MoCHi, provenance 0a1b2c3d4e5f)`.
  public String sentence() {
    return "from run %s, epoch %d (%s, provenance %s)"
        .formatted(
            run,
            epoch,
            method,
            provenanceHash.substring(0, Math.min(HASH_SHOWN, provenanceHash.length())));
  }
}
