package coretuning.objective;

import ai.djl.ndarray.NDArray;
import coretuning.tensor.Transfer;

/// Hard negatives mixed in feature space (MoCHi, Kalantidis et al. 2020):
///
/// ```text
/// h  = unit(alpha n_i + (1 - alpha) n_j)     of two hard negatives
/// h' = unit(beta q + (1 - beta) n_j)         of the query and a hard negative, beta below 0.5
/// ```
///
/// They are made anew for each query and carry no gradient: nothing here may be called while
/// gradients are recorded but [#cosines].
public final class SyntheticNegatives {
  private static final double LEAST_NORM = 1e-12;

  private SyntheticNegatives() {}

  /// Mixes two vectors of each query.
  ///
  /// @param first `[N, S, D]`, or `[N, 1, D]` for one vector a query
  /// @param second `[N, S, D]`
  /// @param shares `[N, S, 1]` of the first, in [0, 1]
  /// @return `[N, S, D]` unit rows
  public static NDArray mix(NDArray first, NDArray second, NDArray shares) {
    // second + share (first - second): both shares in one product. All in one place: these arrays
    // are the largest of a step, and each new one would have to come from the memory.
    NDArray mixed = first.sub(second);
    mixed.muli(shares);
    mixed.addi(second);
    NDArray lengths = mixed.norm(new int[] {2}, true);
    mixed.divi(lengths.maximum(Transfer.scalarLike(lengths, LEAST_NORM)));
    return mixed;
  }

  /// Cosines of each query with its own synthetic negatives.
  ///
  /// @param query `[N, D]` unit rows, with gradient
  /// @param synthetic `[N, S, D]` unit rows, without
  /// @return `[N, S]`
  public static NDArray cosines(NDArray query, NDArray synthetic) {
    return query.expandDims(1).batchMatMul(synthetic.transpose(0, 2, 1)).squeeze(1);
  }
}
