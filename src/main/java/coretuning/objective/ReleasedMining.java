package coretuning.objective;

import java.util.random.RandomGenerator;

/// How the released code of Core-tuning finds the partners of each anchor, in place of the
/// functions of [Mining].
///
/// It multiplies cosines by a mask of 0 and 1 and takes the extreme of all columns, so that masked
/// zeros take part. Pooled features are never negative, nor are their cosines: the least product is
/// then a masked one, nearly always that of row 0, which is replaced by the anchor itself. On
/// random non-negative features (N = 64, 10 classes) nine of ten hard positives are the anchor
/// itself, the others are of another class, and none is genuine.
public final class ReleasedMining {
  private ReleasedMining() {}

  /// Least of the masked cosines, row 0 replaced by the anchor. Of equal ones the first row wins.
  ///
  /// @param cosines `[N, N]` row-major, of the raw features
  /// @param labels `[N]`
  /// @return `[N]` of any class
  public static int[] hardPositives(double[] cosines, int[] labels) {
    int n = Mining.requireSquare(cosines, labels);
    var hardest = new int[n];
    for (int i = 0; i < n; i++) {
      int least = 0;
      for (int j = 1; j < n; j++) {
        if (amongPositives(cosines, labels, i, j) < amongPositives(cosines, labels, i, least)) {
          least = j;
        }
      }
      hardest[i] = least == 0 ? i : least;
    }
    return hardest;
  }

  private static double amongPositives(double[] cosines, int[] labels, int anchor, int other) {
    boolean positive = labels[other] == labels[anchor] && other != anchor;
    return positive ? cosines[anchor * labels.length + other] : 0;
  }

  /// Greatest of the masked cosines: a true negative where one has a cosine above 0, else the first
  /// row whose product is 0. Of equal ones the first row wins.
  ///
  /// @param cosines `[N, N]` row-major, of the raw features
  /// @param labels `[N]`
  /// @return `[N]` of any class
  public static int[] hardNegatives(double[] cosines, int[] labels) {
    int n = Mining.requireSquare(cosines, labels);
    var hardest = new int[n];
    for (int i = 0; i < n; i++) {
      for (int j = 1; j < n; j++) {
        if (amongNegatives(cosines, labels, i, j)
            > amongNegatives(cosines, labels, i, hardest[i])) {
          hardest[i] = j;
        }
      }
    }
    return hardest;
  }

  private static double amongNegatives(double[] cosines, int[] labels, int anchor, int other) {
    return labels[other] == labels[anchor] ? 0 : cosines[anchor * labels.length + other];
  }

  /// One permutation of the batch as everybody's random partner: of another class only as a rule,
  /// and now and then the anchor itself.
  ///
  /// @return `[N]`, each row once
  public static int[] shuffled(int n, RandomGenerator random) {
    var rows = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      rows[i] = rows[j];
      rows[j] = i;
    }
    return rows;
  }
}
