package coretuning.result;

import java.util.List;

/// Cosines of raw features z within batches, before the step that learns from them. The two kinds
/// of synthetic features are empty for methods that make none.
///
/// @param sameClass of pairs of one class, each pair once
/// @param otherClass of pairs of two classes
/// @param positive of anchors to their z+
/// @param negative of anchors to their z-
public record Similarities(
    CosineHistogram sameClass,
    CosineHistogram otherClass,
    CosineHistogram positive,
    CosineHistogram negative) {

  /// No cosines yet.
  public static Similarities empty() {
    return new Similarities(
        CosineHistogram.empty(),
        CosineHistogram.empty(),
        CosineHistogram.empty(),
        CosineHistogram.empty());
  }

  /// The four in their order.
  public List<CosineHistogram> all() {
    return List.of(sameClass, otherClass, positive, negative);
  }

  /// Adds the counts of others to these.
  public void add(Similarities other) {
    for (int i = 0; i < all().size(); i++) {
      all().get(i).add(other.all().get(i));
    }
  }
}
