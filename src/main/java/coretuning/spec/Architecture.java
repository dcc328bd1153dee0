package coretuning.spec;

/// The backbones that the workbench can build.
public enum Architecture {
  /// torchvision's ImageNet family (v1.5: the stride of a bottleneck sits on its 3x3 convolution).
  RESNET18("resnet18"),
  RESNET34("resnet34"),
  RESNET50("resnet50"),
  RESNET101("resnet101"),
  RESNET152("resnet152"),
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
