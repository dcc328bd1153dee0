package coretuning.objective;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// For each anchor of a batch, the partners of its pairs (Core-tuning, Eq 3 and 4), as rows of the
/// batch.
///
/// The functions here take true members only, as the paper states it; [ReleasedMining] holds what
/// the released code does instead.
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
    requireSquare(cosines, labels);
    return hasNegatives(labels)
        ? Optional.of(
            new Mining(
                hardPositives(cosines, labels),
                hardNegatives(cosines, labels),
                randomNegatives(labels, random)))
        : Optional.empty();
  }

  /// Whether every anchor has a negative: whether there are two classes.
  public static boolean hasNegatives(int[] labels) {
    return Arrays.stream(labels).distinct().count() >= 2;
  }

  /// N, the number of anchors.
  public int size() {
    return hardPositive.length;
  }

  /// The farthest rows of the anchors' classes.
  ///
  /// @return `[N]`; the anchor itself if its class has no other row
  public static int[] hardPositives(double[] cosines, int[] labels) {
    int n = requireSquare(cosines, labels);
    var hardest = new int[n];
    for (int i = 0; i < n; i++) {
      hardest[i] = i;
      for (int j = 0; j < n; j++) {
        boolean positive = labels[j] == labels[i] && j != i;
        if (positive && (hardest[i] == i || cosines[i * n + j] < cosines[i * n + hardest[i]])) {
          hardest[i] = j;
        }
      }
    }
    return hardest;
  }

  /// The nearest rows of other classes.
  ///
  /// @param labels of at least two classes
  /// @return `[N]`
  public static int[] hardNegatives(double[] cosines, int[] labels) {
    int n = requireSquare(cosines, labels);
    var hardest = new int[n];
    for (int i = 0; i < n; i++) {
      hardest[i] = i;
      for (int j = 0; j < n; j++) {
        boolean negative = labels[j] != labels[i];
        if (negative && (hardest[i] == i || cosines[i * n + j] > cosines[i * n + hardest[i]])) {
          hardest[i] = j;
        }
      }
    }
    return hardest;
  }

  /// Rows of other classes, each equally probable.
  ///
  /// @param labels of at least two classes
  /// @param random one draw for each anchor, in order
  /// @return `[N]`
  public static int[] randomNegatives(int[] labels, RandomGenerator random) {
    var drawn = new int[labels.length];
    var negatives = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      int count = 0;
      for (int j = 0; j < labels.length; j++) {
        if (labels[j] != labels[i]) {
          negatives[count++] = j;
        }
      }
      drawn[i] = negatives[random.nextInt(count)];
    }
    return drawn;
  }

  /// N.
  static int requireSquare(double[] cosines, int[] labels) {
    int n = labels.length;
    if (cosines.length != n * n) {
      throw new IllegalArgumentException(
          "%d labels need %d cosines, got %d".formatted(n, n * n, cosines.length));
    }
    return n;
  }
}
