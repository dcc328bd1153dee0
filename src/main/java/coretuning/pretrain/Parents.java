package coretuning.pretrain;

import java.util.Arrays;

/// What the synthetic negatives of a batch were mixed from. Row `i * S + k` belongs to the k-th of
/// query i.
///
/// @param count S, synthetic negatives of each query
/// @param first `[N S]` row of the queue, or [#QUERY]
/// @param second `[N S]` row of the queue
/// @param shares `[N S]` of the first, in [0, 1]
public record Parents(int count, int[] first, int[] second, double[] shares) {
  /// In place of a row of the queue: the query itself.
  public static final int QUERY = -1;

  public Parents {
    if (first.length != second.length || first.length != shares.length) {
      throw new IllegalArgumentException(
          "parents and shares must be as many, got %d, %d and %d"
              .formatted(first.length, second.length, shares.length));
    }
  }

  /// Those of some queries.
  ///
  /// @param from first query
  /// @param to behind the last
  Parents of(int from, int to) {
    return new Parents(
        count,
        Arrays.copyOfRange(first, from * count, to * count),
        Arrays.copyOfRange(second, from * count, to * count),
        Arrays.copyOfRange(shares, from * count, to * count));
  }
}
