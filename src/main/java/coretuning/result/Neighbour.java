package coretuning.result;

import java.util.Comparator;

/// A neighbour of an image in the original feature space, not on a map.
///
/// @param row in the embedding
/// @param distance 1 - cosine of the features, in [0, 2]
public record Neighbour(int row, double distance) {
  /// Nearest first; of equal distances the lower row.
  public static final Comparator<Neighbour> NEAREST_FIRST =
      Comparator.comparingDouble(Neighbour::distance).thenComparingInt(Neighbour::row);
}
