package coretuning.spec;

/// How Core-tuning is read where the paper and its released code differ, one switch for each
/// difference that makes sense alone. [#paper] and [#released] are the two named modes.
///
/// The contrastive weight eta does not mean the same under both [Normalisation]s: the released
/// code's term is smaller by about the share of positives among all columns (a twenty-fifth on ten
/// classes and batches of 64).
///
/// @param detachOriginals whether the originals teach classifier and projection head only, so that
///   the backbone learns from the synthetic vectors alone; released: true
/// @param hardPairs who counts as a candidate when hard pairs are mined; released: zero masks
/// @param randomNegatives whom a semi-hard negative is mixed with; released: shuffle
/// @param lambdaBound how mixing factors of semi-hard negatives are kept at or above the threshold;
///   clipped in both modes
/// @param positives who is contrasted as whose positive; released: by equal label
/// @param normalisation what the sums over positives are divided by; released: all columns
/// @param miningScope which images see each other; the micro-batch in both modes
public record CoreTuningReading(
    boolean detachOriginals,
    HardPairs hardPairs,
    RandomNegatives randomNegatives,
    LambdaBound lambdaBound,
    Positives positives,
    Normalisation normalisation,
    MiningScope miningScope) {

  /// Who counts as a candidate when hard pairs are mined.
  public enum HardPairs {
    /// Hard positives have the anchor's class, hard negatives another.
    TRUE_MEMBERS,
    /// Similarities are multiplied by masks of 0 and 1 before the extreme is taken, so that masked
    /// zeros win; row 0 as a hard positive is then replaced by the anchor itself.
    ZERO_MASKS
  }

  /// Whom a semi-hard negative is mixed with.
  public enum RandomNegatives {
    /// A row of another class, each with the same probability.
    TRUE_NEGATIVES,
    /// The row that one permutation of the batch puts in the anchor's place, whatever its class.
    SHUFFLE
  }

  /// How mixing factors of semi-hard negatives are kept at or above the threshold.
  public enum LambdaBound {
    /// Smaller draws are raised to the threshold.
    CLIP,
    /// Smaller draws are drawn again.
    REDRAW
  }

  /// Who is contrasted as whose positive.
  public enum Positives {
    /// Anchors are the originals; z+ is its anchor's positive, z- its anchor's negative.
    BY_ROLE,
    /// Originals, z+ and z- are all anchors and all candidates; positives of each other are those
    /// whose mixed labels are the same to the last digit.
    BY_EQUAL_LABEL
  }

  /// What the sums over positives are divided by.
  public enum Normalisation {
    /// Each anchor's by the number of its positives.
    PER_ANCHOR,
    /// Each anchor's by the number of all columns, whatever the number of its positives.
    ALL_COLUMNS
  }

  /// Which images see each other in mining, mixing and contrast.
  public enum MiningScope {
    /// Those of one batch.
    MICRO_BATCH,
    /// Those of all batches whose gradients are averaged into one update: they pass the backbone
    /// one by one (BatchNorm sees one batch) and are then mined, mixed and contrasted together.
    /// Needs the memory of all of them at once.
    UPDATE
  }

  /// As the paper states it.
  public static CoreTuningReading paper() {
    return new CoreTuningReading(
        false,
        HardPairs.TRUE_MEMBERS,
        RandomNegatives.TRUE_NEGATIVES,
        LambdaBound.CLIP,
        Positives.BY_ROLE,
        Normalisation.PER_ANCHOR,
        MiningScope.MICRO_BATCH);
  }

  /// As the released code (commit f70e1bf) does it.
  public static CoreTuningReading released() {
    return new CoreTuningReading(
        true,
        HardPairs.ZERO_MASKS,
        RandomNegatives.SHUFFLE,
        LambdaBound.CLIP,
        Positives.BY_EQUAL_LABEL,
        Normalisation.ALL_COLUMNS,
        MiningScope.MICRO_BATCH);
  }
}
