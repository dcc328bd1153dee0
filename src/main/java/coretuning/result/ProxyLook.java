package coretuning.result;

import java.util.List;

/// A close look at one batch of contrastive pre-training: at the hardest negatives and at where the
/// queries lie. Labels serve this look only, never the loss.
///
/// @param judged memory negatives among the hardest whose class is known, over all queries; 0
///   without labels
/// @param falseNegatives of them, those of their query's own class
/// @param judgedSynthetic synthetic negatives whose parents' classes are known; 0 without synthesis
///   or labels
/// @param falseSynthetic of them, those with at least one parent key of their query's own class
/// @param alignment of queries and their own keys, see [ProxyEpoch]
/// @param uniformity of the queries
/// @param deviation of the queries' features
/// @param effectiveRank of the queries
/// @param dimension of the queries
/// @param matching by rank of the negative, the first of [ProxyEpoch#RANKS] that the queue is long
///   enough for
public record ProxyLook(
    long judged,
    long falseNegatives,
    long judgedSynthetic,
    long falseSynthetic,
    double alignment,
    double uniformity,
    double deviation,
    double effectiveRank,
    int dimension,
    List<Double> matching) {
  public ProxyLook {
    matching = List.copyOf(matching);
    if (matching.size() > ProxyEpoch.RANKS.size()) {
      throw new IllegalArgumentException(
          "a look has at most %d matching probabilities, got %d"
              .formatted(ProxyEpoch.RANKS.size(), matching.size()));
    }
  }
}
