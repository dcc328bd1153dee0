package coretuning.backbone;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import coretuning.spec.Architecture;
import coretuning.spec.DataSpec;
import coretuning.tensor.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A residual network (He et al. 2016) without its classifier: the feature extractor G_e.
///
/// Layout and names are torchvision's. The small-image family follows section 4.2 of the paper but
/// projects its shortcuts by 1x1 convolutions ("option B"), so that the same blocks serve both.
public final class ResNet {
  private final Architecture architecture;
  private final Plan plan;
  private final Parameters parameters = new Parameters();
  private final Layers.ConvNorm stem;
  private final List<List<Block>> stages = new ArrayList<>();

  /// A network with fresh weights.
  ///
  /// @param manager owns the weights
  /// @param type of all arrays: float32, or float64 in tests
  public ResNet(
      Architecture architecture, NDManager manager, DataType type, RandomGenerator random) {
    this.architecture = architecture;
    this.plan = Plan.of(architecture);
    var layers = new Layers(parameters, manager, type, random);
    stem =
        layers.convNorm(
            "conv1",
            "bn1",
            DataSpec.CHANNELS,
            plan.width(),
            plan.smallStem() ? 3 : 7,
            plan.smallStem() ? 1 : 2);
    int in = plan.width();
    for (int stage = 0; stage < plan.depths().size(); stage++) {
      int width = plan.width() << stage;
      var blocks = new ArrayList<Block>();
      for (int block = 0; block < plan.depths().get(stage); block++) {
        String name = "layer" + (stage + 1) + "." + block;
        int stride = block > 0 ? 1 : stage > 0 ? 2 : plan.firstStride();
        blocks.add(
            plan.inside().isBottleneck()
                ? Block.bottleneck(layers, name, plan.inside(), in, width, stride)
                : Block.basic(layers, name, in, width, stride));
        in = width * plan.inside().expansion();
      }
      stages.add(List.copyOf(blocks));
    }
  }

  /// Pooled features z = G_e(x).
  ///
  /// @param images `[N, 3, H, W]`, normalised
  /// @param training whether BatchNorm uses and updates batch statistics
  /// @return `[N, D]`, every value at least 0 (they are means of ReLU outputs)
  public NDArray features(NDArray images, boolean training) {
    return pool(stageMaps(images, training).getLast());
  }

  /// Means over the places of a feature map.
  ///
  /// @param map `[N, C, H, W]`
  /// @return `[N, C]`
  public static NDArray pool(NDArray map) {
    return Pool.globalAvgPool2d(map);
  }

  /// Feature maps after each stage.
  ///
  /// @return one `[N, C, H, W]` for each of `layer1`, `layer2` ...
  public List<NDArray> stageMaps(NDArray images, boolean training) {
    NDArray x = stem(images, training);
    var maps = new ArrayList<NDArray>();
    for (int stage = 0; stage < stages.size(); stage++) {
      x = stage(stage, x, training);
      maps.add(x);
    }
    return maps;
  }

  /// What the first stage gets.
  ///
  /// @param images `[N, 3, H, W]`
  /// @return `[N, C, H, W]`
  public NDArray stem(NDArray images, boolean training) {
    NDArray x = stem.forwardRelu(images, training);
    return plan.smallStem()
        ? x
        : Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
  }

  /// Passes one stage.
  ///
  /// @param number of the stage, from 0
  /// @param x `[N, C, H, W]` what the stage before gave, or the stem
  public NDArray stage(int number, NDArray x, boolean training) {
    for (Block block : stages.get(number)) {
      x = block.forward(x, training);
    }
    return x;
  }

  /// Filters of a stage's last convolution.
  ///
  /// @param number of the stage, from 0
  /// @return `[C, in, kernel, kernel]`, C the channels of the stage's map
  public NDArray lastFilters(int number) {
    return stages.get(number).getLast().branch().getLast().weight();
  }

  /// Number of stages.
  public int stageCount() {
    return stages.size();
  }

  /// Another network with the same weights and statistics, free to go its own way.
  ///
  /// @param manager owns its arrays
  public ResNet copy(NDManager manager) {
    DataType type = stem.weight().getDataType();
    // The fresh weights are overwritten at once: their seed is of no account.
    var copy = new ResNet(architecture, manager, type, new SplittableRandom(0));
    copy.parameters.copyFrom(parameters);
    return copy;
  }

  public Architecture architecture() {
    return architecture;
  }

  /// Weights and BatchNorm statistics under torchvision's names.
  public Parameters parameters() {
    return parameters;
  }

  /// D, the length of a pooled feature.
  public int featureSize() {
    return plan.featureSize();
  }
}
