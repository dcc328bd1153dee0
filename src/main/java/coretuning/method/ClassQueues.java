package coretuning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.tensor.Init;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import java.util.random.RandomGenerator;

/// The newest keys of each class, first in, first out: a feature and a projection each (Bi-tuning).
///
/// Rows of one class lie together, class after class. At the start they are random unit rows.
final class ClassQueues {
  private final int size;
  private final NDArray features;
  private final NDArray projections;
  private final NDArray pointers;

  /// @param size keys of each class
  /// @param featureSize values of a feature
  /// @param projectionSize values of a projection
  ClassQueues(int size, int featureSize, int projectionSize, Foundation foundation) {
    this.size = size;
    int rows = size * foundation.classes();
    features = unitRows(rows, featureSize, foundation);
    projections = unitRows(rows, projectionSize, foundation);
    pointers = foundation.manager().zeros(new Shape(foundation.classes()), DataType.INT64);
  }

  private static NDArray unitRows(int rows, int columns, Foundation foundation) {
    RandomGenerator random = foundation.random();
    NDManager manager = foundation.manager();
    NDArray keys = Init.normal(manager, new Shape(rows, columns), foundation.type(), random);
    try (NDArray lengths = keys.norm(new int[] {1}, true)) {
      return keys.divi(lengths);
    }
  }

  /// `[K size, F]` unit rows.
  NDArray features() {
    return features;
  }

  /// `[K size, P]` unit rows.
  NDArray projections() {
    return projections;
  }

  /// Which keys are of an image's own class, its own key in column 0.
  ///
  /// @param like any array of the step, whose manager owns the result
  /// @param labels `[N]`
  /// @return `[N, 1 + K size]` 1 or 0
  NDArray positives(NDArray like, int[] labels) {
    int columns = 1 + Math.toIntExact(features.getShape().get(0));
    var mask = new double[labels.length * columns];
    for (int i = 0; i < labels.length; i++) {
      mask[i * columns] = 1;
      for (int k = 0; k < size; k++) {
        mask[i * columns + 1 + labels[i] * size + k] = 1;
      }
    }
    return Transfer.toDevice(
        like.getManager(), mask, new Shape(labels.length, columns), like.getDataType());
  }

  /// Replaces the oldest keys of each image's class, image after image.
  ///
  /// @param freshFeatures `[N, F]` unit rows without gradient, of the step
  /// @param freshProjections `[N, P]` likewise
  /// @param labels `[N]`
  void enqueue(NDArray freshFeatures, NDArray freshProjections, int[] labels) {
    long[] next = pointers.toLongArray();
    for (int i = 0; i < labels.length; i++) {
      long row = (long) labels[i] * size + next[labels[i]];
      var target = new NDIndex(row + ":" + (row + 1));
      var from = new NDIndex(i + ":" + (i + 1));
      features.set(target, freshFeatures.get(from));
      projections.set(target, freshProjections.get(from));
      next[labels[i]] = (next[labels[i]] + 1) % size;
    }
    Transfer.overwrite(pointers, freshFeatures.getManager().create(next));
  }

  void addTo(Parameters memory) {
    memory.addBuffer("queue.features", features);
    memory.addBuffer("queue.projections", projections);
    memory.addBuffer("queue.pointers", pointers);
  }
}
