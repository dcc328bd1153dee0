package coretuning.result;

/// What was mined, in numbers of anchors.
///
/// @param pairs anchors for which a pair was made
/// @param selfPicks of them, those whose "hardest positive" is the anchor itself
/// @param judged of them, those whose hardest positive lies in the anchor's own batch, where its
///   class is known
/// @param wrongClass of the judged, those whose "hardest positive" is of another class
/// @param clipped of the pairs, those whose negative mixing factor was raised to the threshold
public record MiningCounts(long pairs, long selfPicks, long judged, long wrongClass, long clipped) {
  /// Nothing mined.
  public static final MiningCounts NONE = new MiningCounts(0, 0, 0, 0, 0);

  /// The sum of both.
  public MiningCounts plus(MiningCounts other) {
    return new MiningCounts(
        pairs + other.pairs,
        selfPicks + other.selfPicks,
        judged + other.judged,
        wrongClass + other.wrongClass,
        clipped + other.clipped);
  }

  /// Share in [0, 1] of anchors paired with themselves; NaN without pairs, as the other shares.
  public double selfShare() {
    return (double) selfPicks / pairs;
  }

  /// Share in [0, 1] of hardest positives of another class.
  public double wrongClassShare() {
    return (double) wrongClass / judged;
  }

  /// Share in [0, 1] of negative mixing factors at the threshold.
  public double clippedShare() {
    return (double) clipped / pairs;
  }
}
