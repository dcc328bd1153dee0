package coretuning.cli;

import coretuning.spec.Augmentation;
import coretuning.spec.DataSpec;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Optimiser settings; what is not given stays as the preset has it.
final class TrainingOptions {
  @Option(names = "--epochs", description = "Passes over the training images.")
  private @Nullable Integer epochs;

  @Option(names = "--batch-size", description = "Images a step sees.")
  private @Nullable Integer batchSize;

  @Option(
      names = "--accumulation-steps",
      description = "Batches whose gradients are averaged into one update.")
  private @Nullable Integer accumulationSteps;

  @Option(names = "--learning-rate", description = "Initial learning rate of the backbone.")
  private @Nullable Double learningRate;

  @Option(
      names = "--head-factor",
      description = "Learning rate of classifier and projection head over the backbone's.")
  private @Nullable Double headFactor;

  @Option(names = "--momentum", description = "Momentum, in [0, 1).")
  private @Nullable Double momentum;

  @Option(names = "--nesterov", negatable = true, description = "Nesterov momentum or plain.")
  private @Nullable Boolean nesterov;

  @Option(names = "--weight-decay", description = "L2 penalty factor.")
  private @Nullable Double weightDecay;

  @Option(names = "--warm-up", description = "Epochs of linear warm-up before the cosine schedule.")
  private @Nullable Integer warmUp;

  @Option(
      names = "--augmentation",
      converter = ByLabel.class,
      description = {
        "as-given (default: of the preset or spec, crops as large as the images), none, crop-flip,"
            + " resized-crop-flip, rotate-crop-flip, moco-v1, moco-v2."
      })
  private @Nullable Augmentation augmentation;

  /// The preset with what was given on the command line.
  ///
  /// @param before images of the preset
  /// @param now images that are trained on
  TrainSpec over(TrainSpec preset, DataSpec before, DataSpec now) {
    return over(preset, before, now, Augmentation.AS_GIVEN);
  }

  /// @param usually augmentation where none is given
  TrainSpec over(TrainSpec preset, DataSpec before, DataSpec now, Augmentation usually) {
    return new TrainSpec(
        Given.or(epochs, preset.epochs()),
        Given.or(batchSize, preset.batchSize()),
        Given.or(accumulationSteps, preset.accumulationSteps()),
        Given.or(learningRate, preset.learningRate()),
        Given.or(headFactor, preset.headLearningRateFactor()),
        Given.or(momentum, preset.momentum()),
        Given.or(nesterov, preset.nesterov()),
        Given.or(weightDecay, preset.weightDecay()),
        warmUp == null ? preset.schedule() : new ScheduleSpec.Cosine(warmUp),
        Given.or(augmentation, usually)
            .steps(now.imageSize(), preset.augmentation(), before.imageSize()));
  }

  /// Reads `moco-v2`.
  static final class ByLabel extends LabelConverter<Augmentation> {
    ByLabel() {
      super(Augmentation::ofLabel);
    }
  }
}
