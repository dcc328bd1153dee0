package coretuning.spec;

/// The parts of Core-tuning that an ablation takes out. What a combination means:
///
/// - Without hard positives and semi-hard negatives nothing is mined; the contrastive term, if on,
///   is that of the originals, and the mixed cross-entropy has nothing to mix: it is that of the
///   originals too.
/// - With only one of the two, pairs are mined and drawn all the same, so that the other's numbers
///   stay the same.
/// - The focal weight is switched off by its exponent 0; detaching it then changes nothing.
/// - The projection head exists only where the contrastive term is on.
///
/// @param contrastiveTerm whether L_con^f is part of the objective
/// @param focalDetached whether the focal weight is a mere number to the gradient; false in paper
///   and released code
/// @param hardPositives whether z+ are synthesised
/// @param semiHardNegatives whether z- are synthesised
/// @param mixedCrossEntropy whether the classifier learns from the synthetic vectors too; else from
///   the originals only
/// @param projectionHead whether features are projected before they are contrasted; else they are
///   contrasted as they are, scaled to length 1
public record CoreTuningParts(
    boolean contrastiveTerm,
    boolean focalDetached,
    boolean hardPositives,
    boolean semiHardNegatives,
    boolean mixedCrossEntropy,
    boolean projectionHead) {

  public CoreTuningParts {
    if (!contrastiveTerm && !mixedCrossEntropy) {
      throw new IllegalArgumentException(
          "Core-tuning needs its contrastive term or its mixed cross-entropy;"
              + " for neither choose CE-tuning");
    }
  }

  /// Core-tuning in full.
  public static CoreTuningParts all() {
    return new CoreTuningParts(true, false, true, true, true, true);
  }

  /// Whether any pair is synthesised.
  public boolean hasPairs() {
    return hardPositives || semiHardNegatives;
  }
}
