package coretuning.backbone;

import coretuning.spec.Architecture;
import java.util.List;

/// The numbers that make one ResNet of the family.
///
/// @param smallStem 3x3 stem without pooling for small images, instead of 7x7 with stride 2 and
///   max-pooling
/// @param firstStride stride of the first stage; each later stage has 2
/// @param inside of a block
/// @param width channels of the first stage; each next stage doubles them
/// @param depths blocks of each stage
record Plan(boolean smallStem, int firstStride, Inside inside, int width, List<Integer> depths) {

  /// What lies between a block's ends.
  ///
  /// @param expansion channels at the end of a block per channel of its stage: 1 of basic blocks, 4
  ///   of bottlenecks
  /// @param groups of the middle convolution, 1 but for ResNeXt
  /// @param widening channels of the middle convolution per channel of the stage
  record Inside(int expansion, int groups, int widening) {
    static final Inside BASIC = new Inside(1, 1, 1);
    static final Inside BOTTLENECK = new Inside(4, 1, 1);
    static final Inside WIDE = new Inside(4, 1, 2);

    /// ResNeXt's.
    ///
    /// @param groupWidth channels of a group in the first stage, of 64 channels
    static Inside grouped(int groups, int groupWidth) {
      return new Inside(4, groups, groups * groupWidth / 64);
    }

    boolean isBottleneck() {
      return expansion > 1;
    }
  }

  private static final List<Integer> DEPTHS_18 = List.of(2, 2, 2, 2);
  private static final List<Integer> DEPTHS_50 = List.of(3, 4, 6, 3);
  private static final List<Integer> DEPTHS_101 = List.of(3, 4, 23, 3);

  static Plan of(Architecture architecture) {
    return switch (architecture) {
      case RESNET18 -> imagenet(Inside.BASIC, DEPTHS_18);
      case RESNET34 -> imagenet(Inside.BASIC, DEPTHS_50);
      case RESNET50 -> imagenet(Inside.BOTTLENECK, DEPTHS_50);
      case RESNET101 -> imagenet(Inside.BOTTLENECK, DEPTHS_101);
      case RESNET152 -> imagenet(Inside.BOTTLENECK, List.of(3, 8, 36, 3));
      case RESNEXT50_32X4D -> imagenet(Inside.grouped(32, 4), DEPTHS_50);
      case RESNEXT101_32X4D -> imagenet(Inside.grouped(32, 4), DEPTHS_101);
      case RESNEXT101_32X8D -> imagenet(Inside.grouped(32, 8), DEPTHS_101);
      case WIDE_RESNET50_2 -> imagenet(Inside.WIDE, DEPTHS_50);
      case RESNET50_W2 -> new Plan(false, 1, Inside.BOTTLENECK, 128, DEPTHS_50);
      case RESNET18_CIFAR -> new Plan(true, 1, Inside.BASIC, 64, DEPTHS_18);
      case RESNET50_CIFAR -> new Plan(true, 1, Inside.BOTTLENECK, 64, DEPTHS_50);
      case RESNET20 -> new Plan(true, 1, Inside.BASIC, 16, List.of(3, 3, 3));
      case RESNET32 -> new Plan(true, 1, Inside.BASIC, 16, List.of(5, 5, 5));
      case RESNET56 -> new Plan(true, 1, Inside.BASIC, 16, List.of(9, 9, 9));
      case RESNET8_MINI -> new Plan(true, 2, Inside.BASIC, 32, List.of(1, 1, 1));
    };
  }

  private static Plan imagenet(Inside inside, List<Integer> depths) {
    return new Plan(false, 1, inside, 64, depths);
  }

  /// Channels of the pooled feature.
  int featureSize() {
    return width * (1 << (depths.size() - 1)) * inside.expansion();
  }
}
