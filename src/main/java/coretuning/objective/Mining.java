package coretuning.objective;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// For each anchor of a batch, the partners of its pairs (Core-tuning, Eq 3 and 4), as rows of the
/// batch.
///
/// The released code multiplies similarities by 0/1 masks before it takes the extreme: with
/// features that are never negative a masked 0 wins nearly always, so it hardly ever finds the
/// hardest positive. Here only true members take part. It also draws random negatives from one
/// permutation of the batch, which gives about one in K a partner of its own class; here they are
/// true negatives.
///
/// @param hardPositive `[N]` same class, least cosine; the anchor itself if its class has no other
///   row
/// @param hardNegative `[N]` another class, greatest cosine
/// @param randomNegative `[N]` another class, uniform
public record Mining(int[] hardPositive, int[] hardNegative, int[] randomNegative) {

  /// Mines a batch. Of equal cosines the first row wins.
  ///
  /// @param cosines `[N, N]` row-major, of the raw features
  /// @param labels `[N]`
  /// @param random one draw for each anchor, in order
  /// @return empty if the batch holds fewer than two classes: then no anchor has a negative, and
  ///   nothing can be paired. The paper does not speak of it.
  public static Optional<Mining> of(double[] cosines, int[] labels, RandomGenerator random) {
    int n = labels.length;
    if (cosines.length != n * n) {
      throw new IllegalArgumentException(
          "%d labels need %d cosines, got %d".formatted(n, n * n, cosines.length));
    }
    if (Arrays.stream(labels).distinct().count() < 2) {
      return Optional.empty();
    }
    var mining = new Mining(new int[n], new int[n], new int[n]);
    for (int anchor = 0; anchor < n; anchor++) {
      mining.hardPositive[anchor] = hardPositive(cosines, labels, anchor);
      mining.hardNegative[anchor] = hardNegative(cosines, labels, anchor);
      mining.randomNegative[anchor] = randomNegative(labels, anchor, random);
    }
    return Optional.of(mining);
  }

  /// N, the number of anchors.
  public int size() {
    return hardPositive.length;
  }

  private static int hardPositive(double[] cosines, int[] labels, int anchor) {
    int n = labels.length;
    int hardest = anchor;
    for (int j = 0; j < n; j++) {
      boolean positive = labels[j] == labels[anchor] && j != anchor;
      if (positive
          && (hardest == anchor || cosines[anchor * n + j] < cosines[anchor * n + hardest])) {
        hardest = j;
      }
    }
    return hardest;
  }

  private static int hardNegative(double[] cosines, int[] labels, int anchor) {
    int n = labels.length;
    int hardest = anchor;
    for (int j = 0; j < n; j++) {
      boolean negative = labels[j] != labels[anchor];
      if (negative
          && (hardest == anchor || cosines[anchor * n + j] > cosines[anchor * n + hardest])) {
        hardest = j;
      }
    }
    return hardest;
  }

  private static int randomNegative(int[] labels, int anchor, RandomGenerator random) {
    var negatives = new int[labels.length];
    int count = 0;
    for (int j = 0; j < labels.length; j++) {
      if (labels[j] != labels[anchor]) {
        negatives[count++] = j;
      }
    }
    return negatives[random.nextInt(count)];
  }
}
