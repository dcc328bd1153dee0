package coretuning.cli;

import coretuning.spec.Architecture;
import coretuning.spec.BackboneSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which backbone; what is not given stays as the preset has it.
final class BackboneOptions {
  @Option(
      names = "--architecture",
      converter = ByLabel.class,
      description = "Backbone: resnet18 ... resnet152, resnet20, resnet32, resnet56, resnet8-mini.")
  private @Nullable Architecture architecture;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Pre-trained weights (PyTorch or safetensors), or 'random'.")
  private @Nullable String weights;

  @Option(
      names = "--partial-weights",
      negatable = true,
      description = "Whether weights that match only a part of the backbone are enough.")
  private @Nullable Boolean partial;

  @Option(
      names = "--classifier-bias",
      negatable = true,
      description = "Whether the linear classifier has a bias.")
  private @Nullable Boolean bias;

  /// The preset with what was given. Another architecture without weights starts at random.
  BackboneSpec over(BackboneSpec preset) {
    Architecture chosen = Given.or(architecture, preset.architecture());
    Optional<String> file =
        weights != null
            ? Optional.of(weights).filter(name -> !name.equals("random"))
            : preset.weights().filter(name -> chosen == preset.architecture());
    return new BackboneSpec(
        chosen,
        file,
        Given.or(bias, preset.classifierBias()),
        Given.or(partial, preset.partialWeights()));
  }

  /// Reads `resnet50`.
  static final class ByLabel extends LabelConverter<Architecture> {
    ByLabel() {
      super(Architecture::ofLabel);
    }
  }
}
