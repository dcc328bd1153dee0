package coretuning.objective;

import ai.djl.ndarray.NDArray;
import coretuning.tensor.Transfer;

/// The contrastive loss of MoCo (He et al. 2020): each query is to find its own key among a queue
/// of others'.
///
/// ```text
/// L(q) = -log( exp(q.k / tau) / ( exp(q.k / tau) + sum_{n in Q} exp(q.n / tau) ) )
/// ```
public final class InfoNce {
  private InfoNce() {}

  /// Scores of the candidates of each query, its own key in column 0.
  ///
  /// @param query `[N, D]` unit rows
  /// @param key `[N, D]` unit rows, the other view of the same images
  /// @param queue `[Q, D]` unit rows, may be long-lived
  /// @param temperature tau, above 0; 0.2 in MoCo-v2
  /// @return `[N, 1 + Q]`
  public static NDArray logits(NDArray query, NDArray key, NDArray queue, double temperature) {
    return logits(Cosine.rowwise(query, key), Cosine.similarities(query, queue), temperature);
  }

  /// As above, of cosines already taken.
  ///
  /// @param own `[N, 1]` of each query and its key
  /// @param negatives `[N, M]` of each query and its negatives
  /// @return `[N, 1 + M]`
  public static NDArray logits(NDArray own, NDArray negatives, double temperature) {
    NDArray cosines = own.concat(negatives, 1);
    return cosines.div(Transfer.scalarLike(cosines, temperature));
  }

  /// The loss, mean over the queries.
  ///
  /// @param logits `[N, 1 + Q]` as [#logits] returns them
  /// @return a scalar, nats
  public static NDArray loss(NDArray logits) {
    return logits.logSoftmax(1).get(":, 0").mean().neg();
  }
}
