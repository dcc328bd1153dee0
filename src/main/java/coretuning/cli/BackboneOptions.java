package coretuning.cli;

import coretuning.result.Problem;
import coretuning.spec.Architecture;
import coretuning.spec.BackboneSpec;
import coretuning.spec.Pretraining;
import coretuning.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which backbone; what is not given stays as the preset has it.
final class BackboneOptions {
  @Option(
      names = "--architecture",
      converter = ByLabel.class,
      description = "Backbone: ${COMPLETION-CANDIDATES}.")
  private @Nullable Architecture architecture;

  @Option(
      names = "--weights",
      paramLabel = "FILE|RUN",
      description =
          "Pre-trained weights (PyTorch or safetensors), the folder of a pre-training run, or"
              + " 'random'.")
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
    if (weights != null && Files.isDirectory(Path.of(weights))) {
      return ofRun(RunFolder.open(Path.of(weights)), preset);
    }
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

  /// The backbone of a pre-training run, or its newest state if it has not finished.
  private BackboneSpec ofRun(RunFolder run, BackboneSpec preset) {
    if (!(run.spec() instanceof Pretraining pretraining)) {
      throw new Problem(
          "this is no pre-training run", run.path().toString(), "give one, or a file of weights");
    }
    return new BackboneSpec(
        Given.or(architecture, pretraining.architecture()),
        Optional.of(run.pretrained().toString()),
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
