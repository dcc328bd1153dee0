package coretuning.result;

import java.util.List;
import java.util.Optional;

/// What one epoch of contrastive pre-training tells of its proxy task: for each query to find its
/// image's other view among the negatives. Shares of false negatives use labels, for this analysis
/// only.
///
/// @param epoch counted from 1
/// @param found share in [0, 1] of queries whose own key is more similar than every key of the
///   queue
/// @param foundAmongAll the same among synthetic negatives too; equal to `found` without synthesis
/// @param falseNegatives share in [0, 1] of the hardest memory negatives that are of their query's
///   own class; empty without labels
/// @param falseSynthetic share in [0, 1] of synthetic negatives with at least one parent key of
///   their query's own class; empty without synthesis or labels
/// @param alignment mean squared distance of queries and their own keys, in [0, 4] (Wang and Isola
///   2020, a = 2); the keys come from the momentum encoder
/// @param uniformity of the queries of a batch (t = 2), in [-8, 0]
/// @param deviation of a feature over the queries of a batch, mean over the features; 1/sqrt(D) if
///   they are spread evenly
/// @param effectiveRank of the queries of a batch, in [1, min(N, D)]
/// @param dimension D of the queries
/// @param matching mean probability of the negative of each rank in [#RANKS] that the queue is long
///   enough for, in the softmax over own key and queue: how hard the hardest are
public record ProxyEpoch(
    int epoch,
    double found,
    double foundAmongAll,
    Optional<Double> falseNegatives,
    Optional<Double> falseSynthetic,
    double alignment,
    double uniformity,
    double deviation,
    double effectiveRank,
    int dimension,
    List<Double> matching) {
  /// Ranks of memory negatives, hardest first, whose probability is kept: evenly spaced on a
  /// logarithmic axis, up to the 1024 that the MoCHi paper draws.
  public static final List<Integer> RANKS =
      List.of(1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256, 362, 512, 724, 1024);

  public ProxyEpoch {
    matching = List.copyOf(matching);
  }
}
