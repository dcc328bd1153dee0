package coretuning.cli;

import coretuning.spec.MethodSpec.CoreTuning;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Settings of Core-tuning; what is not given stays as the preset has it.
final class MethodOptions {
  @Option(names = "--eta", description = "Weight of the contrastive term, at least 0.")
  private @Nullable Double eta;

  @Option(names = "--alpha", description = "Parameter of the Beta mixing factors, above 0.")
  private @Nullable Double alpha;

  @Option(names = "--temperature", description = "tau of the contrastive softmax, above 0.")
  private @Nullable Double temperature;

  @Option(
      names = "--lambda-threshold",
      description = "Least mixing factor of semi-hard negatives, in [0, 1].")
  private @Nullable Double lambdaThreshold;

  @Option(
      names = "--focal-exponent",
      description = "Exponent of the focal weight; 0 switches it off.")
  private Double focalExponent;

  @Option(names = "--projection-size", description = "Outputs of the projection head.")
  private @Nullable Integer projectionSize;

  /// The preset with what was given on the command line.
  CoreTuning over(CoreTuning preset) {
    return new CoreTuning(
        Given.or(eta, preset.eta()),
        Given.or(alpha, preset.alpha()),
        Given.or(temperature, preset.temperature()),
        Given.or(lambdaThreshold, preset.lambdaThreshold()),
        Given.or(focalExponent, preset.focalExponent()),
        Given.or(projectionSize, preset.projectionSize()),
        preset.reading(),
        preset.parts());
  }
}
