package coretuning.spec;

/// The pre-training methods by name: what a user can pick.
public enum PretrainName {
  MOCO_V1("moco-v1"),
  MOCO_V2("moco-v2"),
  MOCHI("mochi");

  private final String label;

  PretrainName(String label) {
    this.label = label;
  }

  /// The name on the command line, e.g. `moco-v2`.
  public String label() {
    return label;
  }

  /// The method with the given encoder and queue, and the synthesis where it has one.
  public PretrainSpec of(MomentumSpec momentum, SynthesisSpec synthesis) {
    return switch (this) {
      case MOCO_V1 -> new PretrainSpec.MocoV1(momentum);
      case MOCO_V2 -> new PretrainSpec.MocoV2(momentum);
      case MOCHI -> new PretrainSpec.Mochi(momentum, synthesis);
    };
  }

  /// The name of the method that some settings are of.
  public static PretrainName of(PretrainSpec settings) {
    return switch (settings) {
      case PretrainSpec.MocoV1 _ -> MOCO_V1;
      case PretrainSpec.MocoV2 _ -> MOCO_V2;
      case PretrainSpec.Mochi _ -> MOCHI;
    };
  }

  /// Finds a method by its label.
  ///
  /// @throws IllegalArgumentException if there is none, naming those that exist
  public static PretrainName ofLabel(String label) {
    return Labelled.find("pre-training method", values(), PretrainName::label, label);
  }

  @Override
  public String toString() {
    return label;
  }
}
