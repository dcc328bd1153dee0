package coretuning.spec;

/// The backbones that the workbench can build.
public enum Architecture {
  /// torchvision's ImageNet family (v1.5: the stride of a bottleneck sits on its 3x3 convolution).
  RESNET18("resnet18"),
  RESNET34("resnet34"),
  RESNET50("resnet50"),
  RESNET101("resnet101"),
  RESNET152("resnet152"),
  /// torchvision's ResNeXt (Xie et al. 2017): 32 groups of 4 or 8 channels.
  RESNEXT50_32X4D("resnext50_32x4d"),
  RESNEXT101_32X4D("resnext101_32x4d"),
  RESNEXT101_32X8D("resnext101_32x8d"),
  /// torchvision's Wide ResNet (Zagoruyko and Komodakis 2016): twice the channels inside blocks.
  WIDE_RESNET50_2("wide_resnet50_2"),
  /// ResNet-50 with twice the channels everywhere, as SimCLR, BYOL and SwAV publish it: features of
  /// 4,096 numbers.
  RESNET50_W2("resnet50w2"),
  /// The ImageNet family on small images, as SupCon and solo-learn train it on CIFAR: 3x3 stem with
  /// stride 1, no max-pooling.
  RESNET18_CIFAR("resnet18-cifar"),
  RESNET50_CIFAR("resnet50-cifar"),
  /// Small-image family of He et al. 2016, section 4.2: 3x3 stem, three stages of 16, 32, 64
  /// channels.
  RESNET20("resnet20"),
  RESNET32("resnet32"),
  RESNET56("resnet56"),
  /// The bundled sample's: depth 8 of the small-image family at twice its width (32, 64, 128
  /// channels; 0.3 M parameters, like ResNet-20) where the first stage halves the resolution too: a
  /// third of ResNet-20's arithmetic, for machines without a GPU.
  RESNET8_MINI("resnet8-mini");

  private final String label;

  Architecture(String label) {
    this.label = label;
  }

  /// The name used on the command line and in files, e.g. `resnet50`.
  public String label() {
    return label;
  }

  /// Finds an architecture by its label.
  ///
  /// @throws IllegalArgumentException if there is none, naming those that exist
  public static Architecture ofLabel(String label) {
    return Labelled.find("architecture", values(), Architecture::label, label);
  }

  @Override
  public String toString() {
    return label;
  }
}
