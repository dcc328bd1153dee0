package coretuning.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.spec.DeviceChoice;
import coretuning.tensor.Compute;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyQueueTest {
  @BeforeAll
  static void startEngine() {
    Compute.start(DeviceChoice.CPU);
  }

  @Test
  void startsWithRandomUnitRows() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var queue = new KeyQueue(50, 8, manager, DataType.FLOAT64, new SplittableRandom(3));

      for (double length : queue.keys().square().sum(new int[] {1}).toDoubleArray()) {
        assertThat(length).isCloseTo(1, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"6, 3", "7, 3", "5, 5", "4, 6", "4, 11", "1, 2"})
  void keepsTheNewestKeysWhateverTheSizes(int queueSize, int batchSize) {
    try (NDManager manager = NDManager.newBaseManager()) {
      var queue = new KeyQueue(queueSize, 1, manager, DataType.FLOAT32, new SplittableRandom(3));
      var newest = new ArrayDeque<Float>();
      float next = 100;
      for (int batch = 0; batch < 5; batch++) {
        var keys = new float[batchSize];
        for (int i = 0; i < batchSize; i++) {
          keys[i] = next++;
          newest.addLast(keys[i]);
        }
        int[] labels = IntStream.range(0, batchSize).map(i -> (int) keys[i]).toArray();
        int[] samples = IntStream.of(labels).map(label -> 1000 + label).toArray();
        queue.enqueue(manager.create(keys, new Shape(batchSize, 1)), new Origin(samples, labels));
      }
      while (newest.size() > queueSize) {
        newest.removeFirst();
      }

      float[] kept = queue.keys().toFloatArray();
      long[] labels = queue.labels();
      long[] samples = queue.samples();
      for (int row = 0; row < queueSize; row++) {
        // A random key of the start has no class; every other carries its own, and its image.
        assertThat(labels[row]).isEqualTo(kept[row] < 100 ? Origin.UNKNOWN : (long) kept[row]);
        assertThat(samples[row]).isEqualTo(labels[row] < 0 ? Origin.UNKNOWN : 1000 + labels[row]);
      }
      for (int age = 0; age < queueSize; age++) {
        assertThat(kept[(queue.position() + age) % queueSize]).isEqualTo(newest.removeFirst());
      }
    }
  }

  @Test
  void enqueuingLeavesNothingBehind() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var queue = new KeyQueue(6, 2, manager, DataType.FLOAT32, new SplittableRandom(3));
      int before = manager.getManagedArrays().size();
      for (int i = 0; i < 4; i++) {
        try (NDManager scratch = manager.newSubManager()) {
          NDArray keys = scratch.ones(new Shape(4, 2));
          queue.enqueue(keys, Origin.ofLabels(new int[4]));
        }
      }
      assertThat(queue.position()).isEqualTo(16 % 6);
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }
}
