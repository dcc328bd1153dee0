package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.objective.PairMixing;
import coretuning.objective.SoftLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What classifier and contrast learn from in one batch: its originals and, row by row beside them,
/// the synthetic vectors of each anchor. Originals come first.
final class Cohorts {
  /// What the vectors of a cohort are to their anchors.
  enum Role {
    ORIGINAL,
    HARD_POSITIVE,
    SEMI_HARD_NEGATIVE
  }

  private final int[] labels;
  private final List<Role> roles = new ArrayList<>();
  private final NDList features = new NDList();
  private final NDList targets = new NDList();
  private final List<SoftLabel> softLabels = new ArrayList<>();

  /// The originals alone.
  ///
  /// @param z `[N, D]`
  /// @param y `[N, K]` one-hot
  Cohorts(NDArray z, NDArray y, int[] labels) {
    this.labels = labels;
    add(Role.ORIGINAL, z, y, Arrays.stream(labels).mapToObj(SoftLabel::of).toList());
  }

  /// Adds z+, the hard positive of each anchor.
  void addHardPositives(PairMixing mixed, Mining mining, MixingFactors factors) {
    add(
        Role.HARD_POSITIVE,
        mixed.positives(),
        mixed.positiveTargets(),
        mixedLabels(mining.hardPositive(), factors.positive(), mining.hardNegative()));
  }

  /// Adds z-, the semi-hard negative of each anchor.
  void addSemiHardNegatives(PairMixing mixed, Mining mining, MixingFactors factors) {
    int[] anchors = IntStream.range(0, labels.length).toArray();
    add(
        Role.SEMI_HARD_NEGATIVE,
        mixed.negatives(),
        mixed.negativeTargets(),
        mixedLabels(mining.randomNegative(), factors.negative(), anchors));
  }

  private List<SoftLabel> mixedLabels(int[] rows, double[] shares, int[] others) {
    return IntStream.range(0, labels.length)
        .mapToObj(i -> SoftLabel.mixed(labels[rows[i]], shares[i], labels[others[i]]))
        .toList();
  }

  private void add(Role role, NDArray z, NDArray y, List<SoftLabel> mixed) {
    roles.add(role);
    features.add(z);
    targets.add(y);
    softLabels.addAll(mixed);
  }

  int count() {
    return roles.size();
  }

  Role role(int cohort) {
    return roles.get(cohort);
  }

  /// Classes of the originals, `[N]`.
  int[] labels() {
    return labels;
  }

  /// `[N, D]` of the originals.
  NDArray originals() {
    return features.getFirst();
  }

  /// `[count N, D]`.
  NDArray features() {
    return count() == 1 ? originals() : NDArrays.concat(features, 0);
  }

  /// `[count N, K]`.
  NDArray targets() {
    return count() == 1 ? originalTargets() : NDArrays.concat(targets, 0);
  }

  /// `[N, K]` of the originals, one-hot.
  NDArray originalTargets() {
    return targets.getFirst();
  }

  /// One for each row of [#features].
  List<SoftLabel> softLabels() {
    return softLabels;
  }

  /// One array for each cohort.
  ///
  /// @param rows `[count N, P]`
  NDList split(NDArray rows) {
    return count() == 1 ? new NDList(rows) : rows.split(count());
  }
}
