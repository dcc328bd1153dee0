package coretuning.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import coretuning.spec.TrainSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Parameters;
import java.util.List;

/// Stochastic gradient descent with PyTorch's meaning of momentum, Nesterov and weight decay:
///
/// ```text
/// g <- g + decay * w        b <- momentum * b + g        d = g + momentum * b (Nesterov) or b
/// w <- w - rate * d
/// ```
///
/// The rate is outside the buffer b, unlike in the library's own optimiser, so a change of rate
/// does not rescale what was gathered before. b starts at 0, which makes the first step's b equal
/// to g.
final class Sgd {
  private final List<ParameterGroup> groups;
  private final double momentum;
  private final boolean nesterov;
  private final double weightDecay;
  private final Parameters buffers = new Parameters();

  /// An optimiser with empty buffers.
  ///
  /// @param groups names are unique over all of them
  /// @param manager owns the momentum buffers
  Sgd(List<ParameterGroup> groups, TrainSpec spec, NDManager manager) {
    this.groups = List.copyOf(groups);
    momentum = spec.momentum();
    nesterov = spec.nesterov();
    weightDecay = spec.weightDecay();
    for (ParameterGroup group : groups) {
      for (String name : group.parameters().trainableNames()) {
        NDArray weight = group.parameters().get(name);
        buffers.addBuffer(name, manager.zeros(weight.getShape(), weight.getDataType()));
      }
    }
  }

  /// Moves every weight along its gradient and clears the gradient.
  ///
  /// @param rate learning rate of the backbone
  /// @param scratch owns what is made on the way; closed by the caller
  void step(double rate, NDManager scratch) {
    for (ParameterGroup group : groups) {
      for (String name : group.parameters().trainableNames()) {
        update(group, name, rate * group.rateFactor(), scratch);
      }
      group.parameters().zeroGradients();
    }
  }

  private void update(ParameterGroup group, String name, double rate, NDManager scratch) {
    NDArray weight = group.parameters().get(name);
    NDArray buffer = buffers.get(name);
    NDArray gradient = Autograd.gradient(weight);
    gradient.attach(scratch);
    if (weightDecay > 0 && group.decays()) {
      gradient = gradient.add(owned(weight.mul(weightDecay), scratch));
    }
    buffer.muli(momentum).addi(gradient);
    NDArray direction = nesterov ? gradient.add(owned(buffer.mul(momentum), scratch)) : buffer;
    weight.subi(owned(direction.mul(rate), scratch));
  }

  /// A product joins the manager of its left factor, here a long-lived one: it must not stay there.
  private static NDArray owned(NDArray array, NDManager scratch) {
    array.attach(scratch);
    return array;
  }

  /// Momentum buffers under the names of their weights.
  Parameters buffers() {
    return buffers;
  }
}
