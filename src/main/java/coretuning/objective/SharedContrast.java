package coretuning.objective;

import ai.djl.ndarray.NDArray;
import coretuning.tensor.Transfer;

/// Contrast of a query with keys of which several are right (Bi-tuning, Zhong et al. 2020): the
/// divergence of the uniform distribution over the right keys from the softmax over all keys.
///
/// ```text
/// KL(u || p) = -log |P| - (1/|P|) sum_{j in P} log p_j
/// ```
public final class SharedContrast {
  private SharedContrast() {}

  /// The mean over the queries.
  ///
  /// @param logits `[N, M]` similarities over temperature
  /// @param positives `[N, M]` 1 where a key is right, else 0; at least one in each row
  /// @return a scalar, nats, at least 0
  public static NDArray loss(NDArray logits, NDArray positives) {
    NDArray counts = positives.sum(new int[] {1});
    NDArray likelihood = logits.logSoftmax(1).mul(positives).sum(new int[] {1}).div(counts);
    return likelihood.add(counts.log()).mean().neg();
  }

  /// Similarities over temperature, the query's own key first.
  ///
  /// @param own `[N, 1]`
  /// @param queued `[N, Q]`
  /// @return `[N, 1 + Q]`
  public static NDArray logits(NDArray own, NDArray queued, double temperature) {
    return own.concat(queued, 1).div(Transfer.scalarLike(own, temperature));
  }
}
