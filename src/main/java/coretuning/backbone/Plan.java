package coretuning.backbone;

import coretuning.spec.Architecture;
import java.util.List;

/// The numbers that make one ResNet of the family.
///
/// @param smallStem 3x3 stem without pooling for small images, instead of 7x7 with stride 2 and
///   max-pooling
/// @param firstStride stride of the first stage; each later stage has 2
/// @param bottleneck whether blocks are bottlenecks
/// @param width channels of the first stage; each next stage doubles them
/// @param depths blocks of each stage
record Plan(
    boolean smallStem, int firstStride, boolean bottleneck, int width, List<Integer> depths) {

  static Plan of(Architecture architecture) {
    return switch (architecture) {
      case RESNET18 -> new Plan(false, 1, false, 64, List.of(2, 2, 2, 2));
      case RESNET34 -> new Plan(false, 1, false, 64, List.of(3, 4, 6, 3));
      case RESNET50 -> new Plan(false, 1, true, 64, List.of(3, 4, 6, 3));
      case RESNET101 -> new Plan(false, 1, true, 64, List.of(3, 4, 23, 3));
      case RESNET152 -> new Plan(false, 1, true, 64, List.of(3, 8, 36, 3));
      case RESNET20 -> new Plan(true, 1, false, 16, List.of(3, 3, 3));
      case RESNET32 -> new Plan(true, 1, false, 16, List.of(5, 5, 5));
      case RESNET56 -> new Plan(true, 1, false, 16, List.of(9, 9, 9));
      case RESNET8_MINI -> new Plan(true, 2, false, 32, List.of(1, 1, 1));
    };
  }

  /// Channels of the pooled feature.
  int featureSize() {
    return width * (1 << (depths.size() - 1)) * (bottleneck ? 4 : 1);
  }
}
