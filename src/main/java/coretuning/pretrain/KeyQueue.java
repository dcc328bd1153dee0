package coretuning.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.tensor.Init;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The newest Q keys, first in, first out: the negatives of momentum contrast.
///
/// Any batch fits any queue: keys wrap around its end, and of a batch larger than the queue the
/// last Q keys stay. Queue and pointer are state: a resumed run goes on with the very same
/// negatives.
final class KeyQueue {
  /// Label of a key whose class is not known: the random ones of the start.
  static final int UNKNOWN = -1;

  private final NDArray keys;
  private final NDArray labels;
  private final NDArray pointer;
  private final int size;

  /// A queue of random unit rows, as MoCo starts it.
  ///
  /// @param size Q
  /// @param dimension D of a key
  KeyQueue(int size, int dimension, NDManager manager, DataType type, RandomGenerator random) {
    this.size = size;
    keys = Init.normal(manager, new Shape(size, dimension), type, random);
    try (NDManager scratch = manager.newSubManager()) {
      NDArray lengths = keys.norm(new int[] {1}, true);
      lengths.attach(scratch);
      keys.divi(lengths);
    }
    labels = manager.full(new Shape(size), UNKNOWN, DataType.INT64);
    pointer = manager.zeros(new Shape(1), DataType.INT64);
  }

  /// `[Q, D]` unit rows.
  NDArray keys() {
    return keys;
  }

  /// Classes of the keys, `[Q]`; [#UNKNOWN] where there is none. For analysis: see [OwnClass].
  long[] labels() {
    return labels.toLongArray();
  }

  /// Replaces the oldest keys.
  ///
  /// @param fresh `[N, D]` unit rows without gradient
  /// @param freshLabels `[N]` their classes
  void enqueue(NDArray fresh, int[] freshLabels) {
    int count = Math.toIntExact(fresh.getShape().get(0));
    if (freshLabels.length != count) {
      throw new IllegalArgumentException(
          "%d keys need as many labels, got %d".formatted(count, freshLabels.length));
    }
    long[] classes = Arrays.stream(freshLabels).asLongStream().toArray();
    int skipped = Math.max(0, count - size);
    int start = Math.floorMod(position() + skipped, size);
    int written = skipped;
    while (written < count) {
      int run = Math.min(count - written, size - start);
      // The slice joins the manager of the keys, which may live long.
      try (NDArray part = fresh.get(new NDIndex(written + ":" + (written + run)))) {
        keys.set(new NDIndex(start + ":" + (start + run)), part);
      }
      try (NDArray part =
          labels.getManager().create(Arrays.copyOfRange(classes, written, written + run))) {
        labels.set(new NDIndex(start + ":" + (start + run)), part);
      }
      written += run;
      start = (start + run) % size;
    }
    try (NDArray next = pointer.getManager().create(new long[] {start})) {
      Transfer.overwrite(pointer, next);
    }
  }

  /// Row that the next key goes to.
  int position() {
    return Math.toIntExact(pointer.toLongArray()[0]);
  }

  void addTo(Parameters state) {
    state.addBuffer("queue", keys);
    state.addBuffer("queue_labels", labels);
    state.addBuffer("queue_ptr", pointer);
  }
}
