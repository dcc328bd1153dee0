package coretuning.objective;

import ai.djl.ndarray.NDArray;
import coretuning.tensor.Transfer;
import java.util.List;

/// Penalties on weights themselves, with gradient.
///
/// Weights live as long as the run, and a result would stay with them: every weight is first added
/// to a zero of the step.
public final class WeightPenalty {
  private WeightPenalty() {}

  /// 1/2 ||w - w0||^2 over all arrays (L2-SP, Li et al. 2018).
  ///
  /// @param step any array of the step, whose manager owns the result
  /// @param weights w, any shapes
  /// @param start w0, as many of the same shapes, without gradient
  /// @return a scalar
  public static NDArray fromStart(NDArray step, List<NDArray> weights, List<NDArray> start) {
    if (weights.size() != start.size()) {
      throw new IllegalArgumentException(
          "%d weights need as many starts, got %d".formatted(weights.size(), start.size()));
    }
    NDArray zero = Transfer.scalarLike(step, 0);
    NDArray sum = zero;
    for (int i = 0; i < weights.size(); i++) {
      sum = sum.add(squaredNorm(zero.add(weights.get(i)).sub(start.get(i))));
    }
    return sum.mul(Transfer.scalarLike(step, 0.5));
  }

  /// 1/2 ||u||^2 over all arrays.
  ///
  /// @param step any array of the step, whose manager owns the result
  /// @param weights u, any shapes
  /// @return a scalar
  public static NDArray ofNorm(NDArray step, List<NDArray> weights) {
    NDArray zero = Transfer.scalarLike(step, 0);
    NDArray sum = zero;
    for (NDArray weight : weights) {
      sum = sum.add(squaredNorm(zero.add(weight)));
    }
    return sum.mul(Transfer.scalarLike(step, 0.5));
  }

  private static NDArray squaredNorm(NDArray values) {
    return values.mul(values).sum();
  }
}
