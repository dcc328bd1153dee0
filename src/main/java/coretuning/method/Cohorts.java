package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import coretuning.objective.SoftLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /// Adds one synthetic vector of each anchor.
  ///
  /// @param z `[N, D]`
  /// @param y `[N, K]` rows sum to 1
  /// @param mixed the same labels with the shares that were asked for, `[N]`
  void add(Role role, NDArray z, NDArray y, List<SoftLabel> mixed) {
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
