package coretuning.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.tensor.Transfer;
import java.util.List;

/// Who is contrasted with whom: for anchor i (row) the positives P_i and the candidates A_i, as
/// masks of 1 and 0 over the columns of a similarity matrix.
///
/// @param positives `[N, M]` P_i; every positive is a candidate too
/// @param candidates `[N, M]` A_i, the terms of the softmax's denominator
public record ContrastSets(NDArray positives, NDArray candidates) {

  public ContrastSets {
    if (!positives.getShape().equals(candidates.getShape())) {
      throw new IllegalArgumentException(
          "positives and candidates must have one shape, got %s and %s"
              .formatted(positives.getShape(), candidates.getShape()));
    }
  }

  /// The sets of the supervised contrastive loss: P_i is the anchor's class, A_i the whole batch,
  /// both without the anchor.
  ///
  /// @param labels `[N]`
  /// @return masks `[N, N]`
  public static ContrastSets ofLabels(NDManager manager, int[] labels, DataType type) {
    return withOwnColumns(manager, labels, List.of(), type);
  }

  /// The sets of Core-tuning: as [#ofLabels], and each anchor's own z+ (column N, a positive) and
  /// own z- (column N + 1, a negative).
  ///
  /// @param labels `[N]`
  /// @return masks `[N, N + 2]`
  public static ContrastSets withOwnPairs(NDManager manager, int[] labels, DataType type) {
    return withOwnColumns(manager, labels, List.of(true, false), type);
  }

  /// As [#ofLabels], and further columns that hold one vector of each anchor's own.
  ///
  /// @param own for each such column, whether it is a positive
  /// @return masks `[N, N + own]`
  public static ContrastSets withOwnColumns(
      NDManager manager, int[] labels, List<Boolean> own, DataType type) {
    int n = labels.length;
    int columns = n + own.size();
    var positives = new double[n * columns];
    var candidates = new double[n * columns];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        candidates[i * columns + j] = i == j ? 0 : 1;
        positives[i * columns + j] = i != j && labels[i] == labels[j] ? 1 : 0;
      }
      for (int column = n; column < columns; column++) {
        candidates[i * columns + column] = 1;
        positives[i * columns + column] = own.get(column - n) ? 1 : 0;
      }
    }
    var shape = new Shape(n, columns);
    return new ContrastSets(
        Transfer.toDevice(manager, positives, shape, type),
        Transfer.toDevice(manager, candidates, shape, type));
  }

  /// The mean of each row over the anchor's positives.
  ///
  /// @param pairs `[N, M]`
  /// @return `[N]`; 0 for an anchor without positives
  NDArray meanOverPositives(NDArray pairs) {
    return pairs.mul(positives).sum(new int[] {1}).div(atLeastOne(counts()));
  }

  /// The sum of each row over the anchor's positives, divided by the number of all columns.
  ///
  /// @param pairs `[N, M]`
  /// @return `[N]`; 0 for an anchor without positives
  NDArray shareOfColumns(NDArray pairs) {
    return pairs
        .mul(positives)
        .sum(new int[] {1})
        .div(Transfer.scalarLike(positives, (double) positives.getShape().get(1)));
  }

  /// The mean over the anchors that have a positive.
  ///
  /// @param anchors `[N]`
  /// @return a scalar; 0, the empty sum, if no anchor has one
  NDArray meanOverAnchors(NDArray anchors) {
    NDArray counted = counts().minimum(Transfer.scalarLike(positives, 1));
    return anchors.mul(counted).sum().div(atLeastOne(counted.sum()));
  }

  private NDArray counts() {
    return positives.sum(new int[] {1});
  }

  private static NDArray atLeastOne(NDArray counts) {
    return counts.maximum(Transfer.scalarLike(counts, 1));
  }
}
