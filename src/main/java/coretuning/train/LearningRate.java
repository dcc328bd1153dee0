package coretuning.train;

import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;

/// The learning rate of each epoch.
///
/// @param schedule its shape
/// @param initial the rate at its height, above 0
/// @param epochs in all
public record LearningRate(ScheduleSpec schedule, double initial, int epochs) {

  /// As training asks for it.
  public static LearningRate of(TrainSpec spec) {
    return new LearningRate(spec.schedule(), spec.learningRate(), spec.epochs());
  }

  /// The rate of an epoch.
  ///
  /// Warm-up of w epochs climbs in equal steps, initial / (w + 1) first. The cosine then falls as
  /// PyTorch's CosineAnnealingLR does with T_max = the remaining epochs: the first of them has the
  /// initial rate, and 0 would be reached one epoch after the last.
  ///
  /// @param epoch counted from 0
  public double at(int epoch) {
    int warmUp = schedule.warmUpEpochs();
    if (epoch < warmUp) {
      return initial * (epoch + 1) / (warmUp + 1);
    }
    return switch (schedule) {
      case ScheduleSpec.Constant constant -> initial;
      case ScheduleSpec.Cosine cosine -> {
        double progress = (double) (epoch - warmUp) / Math.max(1, epochs - warmUp);
        yield initial * 0.5 * (1 + Math.cos(Math.PI * progress));
      }
      case ScheduleSpec.Step step -> {
        long passed = step.milestones().stream().filter(milestone -> milestone <= epoch).count();
        yield initial * Math.pow(step.factor(), (double) passed);
      }
    };
  }
}
