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
  private final NDArray keys;
  private final NDArray labels;
  private final NDArray samples;
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
    labels = manager.full(new Shape(size), Origin.UNKNOWN, DataType.INT64);
    samples = manager.full(new Shape(size), Origin.UNKNOWN, DataType.INT64);
    pointer = manager.zeros(new Shape(1), DataType.INT64);
  }

  /// `[Q, D]` unit rows.
  NDArray keys() {
    return keys;
  }

  /// Classes of the keys, `[Q]`; [Origin#UNKNOWN] for the random keys of the start. For analysis:
  /// see [OwnClass].
  long[] labels() {
    return labels.toLongArray();
  }

  /// Ids of the images behind the keys, `[Q]`; [Origin#UNKNOWN] likewise. For analysis.
  long[] samples() {
    return samples.toLongArray();
  }

  /// Replaces the oldest keys.
  ///
  /// @param fresh `[N, D]` unit rows without gradient
  /// @param origin `[N]` of what they are
  void enqueue(NDArray fresh, Origin origin) {
    int count = Math.toIntExact(fresh.getShape().get(0));
    if (origin.labels().length != count) {
      throw new IllegalArgumentException(
          "%d keys need as many labels, got %d".formatted(count, origin.labels().length));
    }
    int skipped = Math.max(0, count - size);
    int start = Math.floorMod(position() + skipped, size);
    int written = skipped;
    while (written < count) {
      int run = Math.min(count - written, size - start);
      // The slice joins the manager of the keys, which may live long.
      try (NDArray part = fresh.get(new NDIndex(written + ":" + (written + run)))) {
        keys.set(new NDIndex(start + ":" + (start + run)), part);
      }
      write(labels, start, Arrays.copyOfRange(origin.labels(), written, written + run));
      write(samples, start, Arrays.copyOfRange(origin.samples(), written, written + run));
      written += run;
      start = (start + run) % size;
    }
    try (NDArray next = pointer.getManager().create(new long[] {start})) {
      Transfer.overwrite(pointer, next);
    }
  }

  private static void write(NDArray column, int start, int[] values) {
    try (NDArray part =
        column.getManager().create(Arrays.stream(values).asLongStream().toArray())) {
      column.set(new NDIndex(start + ":" + (start + values.length)), part);
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
    state.addOptional("queue_samples", samples);
  }
}
