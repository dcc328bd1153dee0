package coretuning.method;

import ai.djl.ndarray.NDArray;
import coretuning.tensor.Transfer;
import java.util.List;

/// One addend of an objective.
///
/// @param name as in the paper's formula, e.g. `focal contrastive`
/// @param weight its factor in the objective, e.g. eta
/// @param value a scalar with gradient, before its weight
public record Addend(String name, double weight, NDArray value) {

  /// The objective itself, sum of weight times value, added up in order.
  static NDArray sum(List<Addend> addends) {
    return addends.stream()
        .map(Addend::weighted)
        .reduce(NDArray::add)
        .orElseThrow(() -> new IllegalArgumentException("an objective needs an addend, got none"));
  }

  /// Weight times value, a scalar with gradient.
  public NDArray weighted() {
    return weight == 1 ? value : value.mul(Transfer.scalarLike(value, weight));
  }
}
