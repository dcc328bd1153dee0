package coretuning.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import coretuning.backbone.Layers.ConvNorm;
import java.util.List;
import java.util.Optional;

/// One residual block: ReLU(branch(x) + shortcut(x)).
///
/// @param branch convolutions in order; all but the last are followed by ReLU
/// @param shortcut 1x1 projection where shapes differ; empty means identity
record Block(List<ConvNorm> branch, Optional<ConvNorm> shortcut) {

  /// Two 3x3 convolutions (ResNet-18, -34 and the small-image family).
  static Block basic(Layers layers, String name, int in, int width, int stride) {
    return new Block(
        List.of(
            layers.convNorm(name + ".conv1", name + ".bn1", in, width, 3, stride),
            layers.convNorm(name + ".conv2", name + ".bn2", width, width, 3, 1)),
        shortcut(layers, name, in, width, stride));
  }

  /// 1x1, 3x3, 1x1 with four times the width at the end (ResNet-50 and deeper). The stride sits on
  /// the 3x3 convolution, as torchvision has it ("v1.5"); that one may be wider, and grouped.
  ///
  /// @param width channels of the stage
  static Block bottleneck(
      Layers layers, String name, Plan.Inside inside, int in, int width, int stride) {
    int middle = width * inside.widening();
    int out = width * inside.expansion();
    return new Block(
        List.of(
            layers.convNorm(name + ".conv1", name + ".bn1", in, middle, 1, 1),
            layers.grouped(name + ".conv2", name + ".bn2", middle, inside.groups(), stride),
            layers.convNorm(name + ".conv3", name + ".bn3", middle, out, 1, 1)),
        shortcut(layers, name, in, out, stride));
  }

  private static Optional<ConvNorm> shortcut(
      Layers layers, String name, int in, int out, int stride) {
    return stride == 1 && in == out
        ? Optional.empty()
        : Optional.of(
            layers.convNorm(name + ".downsample.0", name + ".downsample.1", in, out, 1, stride));
  }

  NDArray forward(NDArray x, boolean training) {
    NDArray y = x;
    for (ConvNorm layer : branch.subList(0, branch.size() - 1)) {
      y = layer.forwardRelu(y, training);
    }
    y = branch.getLast().forward(y, training);
    NDArray identity = shortcut.isPresent() ? shortcut.get().forward(x, training) : x;
    return Activation.relu(y.add(identity));
  }
}
