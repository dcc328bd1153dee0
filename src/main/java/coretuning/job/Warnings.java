package coretuning.job;

import coretuning.analysis.BatchOdds;
import coretuning.result.EpochDiagnostics;
import coretuning.result.GradientNorm;
import coretuning.result.MiningCounts;
import coretuning.result.Warning;
import coretuning.spec.CoreTuningReading;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.TrainSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What limits what a run can show: before it trains, from its settings and the sizes of its
/// classes; and once it trains, from what its first epoch did.
final class Warnings {
  private static final double FEW = 0.05;
  private static final double IMBALANCE = 1.5;
  private static final double WEAK = 0.01;

  private Warnings() {}

  /// Warnings that follow from settings and data.
  ///
  /// @param classCounts `[K]` training images of each class; their sum is at least the batch size
  static List<Warning> before(Experiment experiment, int[] classCounts) {
    var texts = new ArrayList<String>();
    if (experiment.method().contrastsWithinBatch()) {
      contrast(experiment, classCounts, texts);
    }
    eta(experiment.method(), texts);
    balance(classCounts, texts);
    leftOut(experiment.train(), Arrays.stream(classCounts).sum(), texts);
    if (experiment.data().validationShare() == 0) {
      texts.add(
          "No validation images are held out: settings chosen by the results of such runs are"
              + " chosen on the test images.");
    }
    return texts.stream().map(text -> new Warning(0, text)).toList();
  }

  private static void contrast(Experiment experiment, int[] classCounts, List<String> texts) {
    TrainSpec train = experiment.train();
    int steps = train.accumulationSteps();
    boolean joins = joinsBatches(experiment.method());
    int images = Arrays.stream(classCounts).sum();
    int together = Math.min(images, train.batchSize() * (joins ? steps : 1));
    double expected = BatchOdds.withoutPositive(classCounts, together);
    if (expected > FEW) {
      texts.add(
          ("In batches of %d, %s of the anchors are expected to have no other image of their class:"
                  + " nothing is pulled towards them. Raise the batch size.")
              .formatted(together, percent(expected)));
    }
    long alone = Arrays.stream(classCounts).filter(count -> count == 1).count();
    if (alone > 0) {
      texts.add(
          "%d of %d classes have a single training image, which never has a positive."
              .formatted(alone, classCounts.length));
    }
    if (steps > 1 && !joins) {
      texts.add(
          ("Gradients of %d batches are averaged into one update, but each image meets only the"
                  + " %d others of its own batch.")
              .formatted(steps, train.batchSize() - 1));
    }
  }

  private static boolean joinsBatches(MethodSpec method) {
    return method instanceof MethodSpec.CoreTuning core
        && core.reading().miningScope() == CoreTuningReading.MiningScope.UPDATE;
  }

  private static void eta(MethodSpec method, List<String> texts) {
    if (method instanceof MethodSpec.CoreTuning core
        && core.reading().normalisation() == CoreTuningReading.Normalisation.ALL_COLUMNS) {
      texts.add(
          "Sums over positives are divided by the number of all columns, as in the released code:"
              + " eta = %s is a smaller weight than the same eta of the paper's formula."
                  .formatted(core.eta()));
    }
  }

  private static void balance(int[] classCounts, List<String> texts) {
    long empty = Arrays.stream(classCounts).filter(count -> count == 0).count();
    if (empty > 0) {
      texts.add("%d of %d classes have no training image.".formatted(empty, classCounts.length));
    }
    int least = Arrays.stream(classCounts).filter(count -> count > 0).min().orElse(0);
    int most = Arrays.stream(classCounts).max().orElse(0);
    if (most > IMBALANCE * least) {
      texts.add(
          ("Classes have between %d and %d training images: Theorems 1 and 2 assume classes of one"
                  + " size, and top-1 favours large ones; see the mean over classes too.")
              .formatted(least, most));
    }
  }

  private static void leftOut(TrainSpec train, int images, List<String> texts) {
    int rest = images % train.batchSize();
    if (rest > 0) {
      texts.add(
          ("Each epoch leaves out %d of %d training images, which do not fill a batch of %d; which"
                  + " ones changes from epoch to epoch.")
              .formatted(rest, images, train.batchSize()));
    }
  }

  /// Warnings that the first epoch gives cause for.
  ///
  /// @return none for later epochs, which would say the same again
  static List<Warning> observed(EpochDiagnostics epoch) {
    if (epoch.epoch() != 1) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    epoch.mining().ifPresent(mining -> mined(mining, texts));
    weak(epoch.gradients(), texts);
    return texts.stream().map(text -> new Warning(epoch.epoch(), text)).toList();
  }

  private static void mined(MiningCounts mining, List<String> texts) {
    if (mining.selfShare() > FEW) {
      texts.add(
          "%s of the hardest positives of epoch 1 are the anchors themselves."
              .formatted(percent(mining.selfShare())));
    }
    if (mining.wrongClass() > 0) {
      texts.add(
          "%s of the hardest positives of epoch 1 are of another class than their anchor."
              .formatted(percent(mining.wrongClassShare())));
    }
  }

  /// An addend that does not reach the features at all, such as a penalty of weights, is meant so.
  private static void weak(List<GradientNorm> gradients, List<String> texts) {
    GradientNorm none = new GradientNorm("", 0);
    GradientNorm strongest =
        gradients.stream().max(Comparator.comparingDouble(GradientNorm::norm)).orElse(none);
    for (GradientNorm each : gradients) {
      if (each.norm() > 0 && each.norm() < WEAK * strongest.norm()) {
        texts.add(
            "The %s term pulls at the features with %s of the %s term's strength: it hardly counts."
                .formatted(
                    each.addend(), percent(each.norm() / strongest.norm()), strongest.addend()));
      }
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
