package coretuning.spec;

import java.util.List;

/// How the learning rate changes from epoch to epoch. Every schedule may start with a linear
/// warm-up.
public sealed interface ScheduleSpec {

  /// Epochs of linear warm-up from 0, at least 0.
  int warmUpEpochs();

  /// Always the initial rate.
  record Constant(int warmUpEpochs) implements ScheduleSpec {
    public Constant {
      Require.atLeast("warm-up epochs", warmUpEpochs, 0);
    }
  }

  /// Half a cosine from the initial rate to 0 at the last epoch, as PyTorch's CosineAnnealingLR.
  record Cosine(int warmUpEpochs) implements ScheduleSpec {
    public Cosine {
      Require.atLeast("warm-up epochs", warmUpEpochs, 0);
    }
  }

  /// The rate is multiplied by `factor` at each milestone.
  ///
  /// @param milestones epochs, counted from 0, each at least 1
  /// @param factor above 0
  record Step(List<Integer> milestones, double factor, int warmUpEpochs) implements ScheduleSpec {
    public Step {
      milestones = List.copyOf(milestones);
      milestones.forEach(epoch -> Require.atLeast("milestone", epoch, 1));
      Require.above("step factor", factor, 0);
      Require.atLeast("warm-up epochs", warmUpEpochs, 0);
    }
  }
}
