package coretuning.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import coretuning.tensor.Init;
import coretuning.tensor.Parameters;
import java.util.random.RandomGenerator;

/// Makes the layers of one network: registers their arrays under PyTorch's names, in order.
///
/// @param manager owns the arrays
/// @param random source of fresh weights
record Layers(Parameters parameters, NDManager manager, DataType type, RandomGenerator random) {

  /// Convolution without bias followed by BatchNorm.
  ///
  /// @param convolution name of the convolution, e.g. `layer1.0.conv1`
  /// @param norm name of the BatchNorm, e.g. `layer1.0.bn1`
  ConvNorm convNorm(String convolution, String norm, int in, int out, int kernel, int stride) {
    return convNorm(convolution, norm, new Shape(out, in, kernel, kernel), 1, stride);
  }

  /// A 3x3 convolution without bias followed by BatchNorm, where channels meet only within groups.
  ///
  /// @param channels in and out, a multiple of the groups
  ConvNorm grouped(String convolution, String norm, int channels, int groups, int stride) {
    return convNorm(
        convolution, norm, new Shape(channels, channels / groups, 3, 3), groups, stride);
  }

  private ConvNorm convNorm(String convolution, String norm, Shape shape, int groups, int stride) {
    NDArray weight =
        parameters.addTrainable(
            convolution + ".weight", Init.heNormal(manager, shape, type, random));
    var channels = new Shape(shape.get(0));
    return new ConvNorm(
        weight,
        groups,
        stride,
        (int) (shape.get(2) - 1) / 2,
        parameters.addTrainable(norm + ".weight", manager.ones(channels, type)),
        parameters.addTrainable(norm + ".bias", manager.zeros(channels, type)),
        parameters.addBuffer(norm + ".running_mean", manager.zeros(channels, type)),
        parameters.addBuffer(norm + ".running_var", manager.ones(channels, type)));
  }

  /// A convolution and its BatchNorm.
  record ConvNorm(
      NDArray weight,
      int groups,
      int stride,
      int padding,
      NDArray gamma,
      NDArray beta,
      NDArray runningMean,
      NDArray runningVariance) {

    // PyTorch writes new = 0.9 old + 0.1 batch as momentum 0.1; this library as 0.9.
    private static final float KEEP = 0.9f;
    private static final float EPSILON = 1e-5f;

    /// Convolves and normalises.
    ///
    /// @param x `[N, in, H, W]`
    /// @param training whether batch statistics are used, and running ones updated
    /// @return `[N, out, H / stride, W / stride]`
    NDArray forward(NDArray x, boolean training) {
      NDArray convolved =
          Conv2d.conv2d(
                  x,
                  weight,
                  null,
                  new Shape(stride, stride),
                  new Shape(padding, padding),
                  new Shape(1, 1),
                  groups)
              .singletonOrThrow();
      return BatchNorm.batchNorm(
              convolved, runningMean, runningVariance, gamma, beta, 1, KEEP, EPSILON, training)
          .singletonOrThrow();
    }

    NDArray forwardRelu(NDArray x, boolean training) {
      return Activation.relu(forward(x, training));
    }
  }
}
