package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import coretuning.objective.ContrastSets;
import coretuning.objective.Cosine;
import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.objective.ReleasedMining;
import coretuning.objective.SoftLabel;
import coretuning.spec.CoreTuningReading;
import coretuning.spec.CoreTuningReading.HardPairs;
import coretuning.spec.CoreTuningReading.RandomNegatives;
import java.util.ArrayList;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The questions that the paper on Core-tuning and its released code answer differently, one method
/// each, answered as the settings ask.
final class CoreReading {
  private final CoreTuningReading spec;

  CoreReading(CoreTuningReading spec) {
    this.spec = spec;
  }

  /// Who is paired with whom?
  ///
  /// @param cosines `[N, N]` row-major, of the raw features
  /// @return empty if true negatives are asked for and the batch is of one class
  Optional<Mining> mine(double[] cosines, int[] labels, RandomGenerator random) {
    boolean masked = spec.hardPairs() == HardPairs.ZERO_MASKS;
    boolean shuffled = spec.randomNegatives() == RandomNegatives.SHUFFLE;
    if (!(masked && shuffled) && !Mining.hasNegatives(labels)) {
      return Optional.empty();
    }
    return Optional.of(
        new Mining(
            masked
                ? ReleasedMining.hardPositives(cosines, labels)
                : Mining.hardPositives(cosines, labels),
            masked
                ? ReleasedMining.hardNegatives(cosines, labels)
                : Mining.hardNegatives(cosines, labels),
            shuffled
                ? ReleasedMining.shuffled(labels.length, random)
                : Mining.randomNegatives(labels, random)));
  }

  /// In which shares are pairs mixed?
  MixingFactors factors(int anchors, double alpha, double threshold, RandomGenerator random) {
    return switch (spec.lambdaBound()) {
      case CLIP -> MixingFactors.draw(anchors, alpha, threshold, random);
      case REDRAW -> MixingFactors.redraw(anchors, alpha, threshold, random);
    };
  }

  /// Do the originals teach the backbone?
  ///
  /// @param z `[N, D]`
  NDArray originals(NDArray z) {
    return spec.detachOriginals() ? z.stopGradient() : z;
  }

  /// Similarities, and who is whose positive.
  ///
  /// @param similarities `[A, M]` of anchors and columns
  /// @param sets masks `[A, M]`
  record Contrast(NDArray similarities, ContrastSets sets) {}

  /// Who is contrasted with whom?
  ///
  /// @param v `[count N, P]` contrastive features of the cohorts
  /// @param classes K
  /// @return the originals are the first N anchors
  Contrast contrast(NDArray v, Cohorts cohorts, int classes) {
    return switch (spec.positives()) {
      case BY_ROLE -> byRole(cohorts.split(v), cohorts);
      case BY_EQUAL_LABEL ->
          new Contrast(
              Cosine.similarities(v, v),
              ContrastSets.ofLabels(
                  v.getManager(),
                  SoftLabel.encode(cohorts.softLabels(), classes),
                  v.getDataType()));
    };
  }

  private static Contrast byRole(NDList v, Cohorts cohorts) {
    NDArray originals = v.getFirst();
    var columns = new NDList(Cosine.similarities(originals, originals)); // [N, N], then [N, 1]
    var isPositive = new ArrayList<Boolean>();
    for (int i = 1; i < cohorts.count(); i++) {
      columns.add(Cosine.rowwise(originals, v.get(i)));
      isPositive.add(cohorts.role(i) == Cohorts.Role.HARD_POSITIVE);
    }
    return new Contrast(
        columns.size() == 1 ? columns.getFirst() : NDArrays.concat(columns, 1),
        ContrastSets.withOwnColumns(
            originals.getManager(), cohorts.labels(), isPositive, originals.getDataType()));
  }

  /// What are sums over positives divided by?
  boolean dividesByAllColumns() {
    return switch (spec.normalisation()) {
      case PER_ANCHOR -> false;
      case ALL_COLUMNS -> true;
    };
  }

  /// How many batches of an update see each other?
  int batchesPerLoss(int accumulationSteps) {
    return switch (spec.miningScope()) {
      case MICRO_BATCH -> 1;
      case UPDATE -> accumulationSteps;
    };
  }
}
