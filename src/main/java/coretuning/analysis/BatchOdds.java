package coretuning.analysis;

import java.util.Arrays;

/// What to expect of batches drawn at random without replacement, as an epoch draws them.
public final class BatchOdds {
  private BatchOdds() {}

  /// Expected share of anchors whose class has no other image in their batch. Of an anchor of class
  /// c, the other B - 1 images are drawn from N - 1, of which N - n_c are of other classes:
  ///
  /// ```text
  /// sum_c (n_c / N) prod_{j=0}^{B-2} (N - n_c - j) / (N - 1 - j)
  /// ```
  ///
  /// @param classCounts `[K]` n_c, images of each class; N is their sum
  /// @param batchSize B, in [1, N]
  /// @return in [0, 1]
  public static double withoutPositive(int[] classCounts, int batchSize) {
    int all = Arrays.stream(classCounts).sum();
    if (batchSize < 1 || batchSize > all) {
      throw new IllegalArgumentException(
          "batch size must lie in [1, %d], got %d".formatted(all, batchSize));
    }
    double share = 0;
    for (int count : classCounts) {
      double none = (double) count / all;
      for (int j = 0; j <= batchSize - 2; j++) {
        none *= Math.max(0, all - count - j) / (double) (all - 1 - j);
      }
      share += none;
    }
    return share;
  }
}
