package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import coretuning.result.EpochMetrics;
import coretuning.result.RunControl;
import coretuning.result.StepMetrics;
import coretuning.spec.MethodSpec;
import coretuning.testing.Tensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A step leaves nothing behind: neither arrays in the run's manager nor memory outside Java's
/// heap. One array of a step kept, say 1.2 MB of gradients, would add 180 MB over the steps
/// measured; Java's own heap and compiled code still grow by some 10 MB.
class LeakTest {
  private static final int WARM_UP_STEPS = 50;
  private static final int STEPS = 200;
  private static final long MOST_GROWTH_KB = 30_000;
  private static final Path STATUS = Path.of("/proc/self/status");

  private static final Measures MEASURED = new Measures();

  /// Number of arrays and resident kilobytes after a step.
  private static final class Measures {
    private final TreeMap<Long, Integer> arrays = new TreeMap<>();
    private final TreeMap<Long, Long> residentKb = new TreeMap<>();
  }

  @BeforeAll
  static void train() {
    try (NDManager manager = Tensors.newManager()) {
      var listener =
          new TrainingLoop.Listener() {
            @Override
            public void afterStep(TrainingLoop loop, StepMetrics metrics, double imagesPerSecond) {
              MEASURED.arrays.put(metrics.step(), manager.getManagedArrays().size());
              if (metrics.step() % WARM_UP_STEPS == 0) {
                // What Java's collector has not swept yet is no leak; how much that is depends on
                // the size of its heap.
                System.gc();
                MEASURED.residentKb.put(metrics.step(), residentKb());
              }
            }

            @Override
            public void afterEpoch(TrainingLoop loop, EpochMetrics metrics, EpochTally tally) {}
          };
      int epochs = STEPS / 5;
      TinyTraining.loop(MethodSpec.CoreTuning.defaults(), 80, 16, epochs, manager, listener)
          .run(new RunControl());
    }
  }

  @Test
  void theManagerHoldsTheSameArraysAfterEveryStep() {
    assertThat(MEASURED.arrays).hasSize(STEPS);
    assertThat(MEASURED.arrays.values()).containsOnly(MEASURED.arrays.firstEntry().getValue());
  }

  @Test
  void residentMemoryIsFlat() {
    assumeTrue(Files.exists(STATUS), "only Linux tells its resident memory");
    long before = MEASURED.residentKb.get((long) WARM_UP_STEPS);
    long after = MEASURED.residentKb.get((long) STEPS);
    assertThat(after - before).isLessThan(MOST_GROWTH_KB);
  }

  private static long residentKb() {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
