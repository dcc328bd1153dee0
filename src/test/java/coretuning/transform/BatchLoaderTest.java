package coretuning.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.data.Dataset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchLoaderTest {
  private static final Dataset DATASET = Samples.dataset();
  private static final int[] IDS = IntStream.range(0, 50).map(i -> 3 * i).toArray();
  private final Pipeline moco = Pipeline.of(Samples.MOCO, Samples.SPEC);

  @Test
  void aTrainingEpochShowsEverySampleAtMostOnceInCompleteBatches() {
    List<Batch> batches = epoch(training(8, 1), 0, 0);

    assertThat(batches).hasSize(6).allSatisfy(batch -> assertThat(batch.size()).isEqualTo(8));
    assertThat(ids(batches)).doesNotHaveDuplicates().isSubsetOf(boxed(IDS)).isNotEqualTo(sorted());
  }

  @Test
  void evaluationShowsEverySampleOnceInOrder() {
    var loader =
        new BatchLoader(
            DATASET, IDS, Pipeline.evaluation(Samples.SPEC), BatchPlan.evaluation(8, 2));
    List<Batch> batches = epoch(loader, 0, 0);

    assertThat(loader.batchesPerEpoch()).isEqualTo(7);
    assertThat(batches.getLast().size()).isEqualTo(2);
    assertThat(ids(batches)).isEqualTo(sorted());
  }

  @Test
  void labelsAndPixelsBelongToTheIds() {
    Pipeline pipeline = Pipeline.evaluation(Samples.SPEC);
    var loader = new BatchLoader(DATASET, IDS, pipeline, BatchPlan.training(8, 1, 5, 2));
    for (Batch batch : epoch(loader, 1, 0)) {
      var expected = new float[8 * pipeline.outputLength()];
      for (int row = 0; row < 8; row++) {
        int id = batch.ids()[row];
        assertThat(batch.labels()[row]).isEqualTo(DATASET.label(id));
        int offset = row * pipeline.outputLength();
        pipeline.write(DATASET, id, Images.unused(), expected, offset);
      }
      assertThat(batch.pixels()).isEqualTo(expected);
      assertThat(batch.imageSize()).isEqualTo(28);
    }
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    assertSame(epoch(training(8, 1), 3, 0), epoch(training(8, 4), 3, 0));
  }

  @Test
  void aResumedEpochGoesOnWithTheSameBatches() {
    assertSame(epoch(training(8, 2), 2, 0).subList(4, 6), epoch(training(8, 2), 2, 4));
    assertThat(epoch(training(8, 2), 2, 6)).isEmpty();
  }

  @Test
  void everyEpochHasItsOwnOrder() {
    assertThat(ids(epoch(training(8, 2), 0, 0))).isNotEqualTo(ids(epoch(training(8, 2), 1, 0)));
  }

  @Test
  void theTwoViewsOfASampleDiffer() {
    Batch batch = epoch(training(8, 2), 0, 0).getFirst();

    assertThat(batch.views()).hasSize(2);
    assertThat(batch.views().get(0)).isNotEqualTo(batch.views().get(1));
  }

  @Test
  void aLoneIncompleteBatchIsKept() {
    var loader =
        new BatchLoader(DATASET, new int[] {1, 2, 3}, moco, BatchPlan.training(8, 1, 5, 1));

    assertThat(epoch(loader, 0, 0)).hasSize(1);
    assertThat(loader.batchesPerEpoch()).isEqualTo(1);
  }

  @Test
  void closingEarlyEndsTheWorkers() {
    BatchIterator batches = training(8, 3).iterator(0, 0);
    assertThat(batches.next().size()).isEqualTo(8);
    batches.close();

    assertThat(batches.hasNext()).isFalse();
    assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
    assertLoaderThreadsEnd();
  }

  @Test
  void usingAnIteratorUpEndsTheWorkersToo() {
    BatchIterator batches = training(8, 3).iterator(0, 0);
    batches.forEachRemaining(batch -> {});

    assertLoaderThreadsEnd();
  }

  @Test
  void anErrorInAWorkerComesOutOfNextAndEndsTheWorkers() {
    var batches =
        new BatchIterator(
            number -> {
              if (number == 2) {
                throw new IllegalStateException("the disk is gone");
              }
              return new Batch(new int[] {number}, new int[] {0}, List.of(new float[3]), 1);
            },
            0,
            9,
            2);

    assertThat(batches.next().ids()).containsExactly(0);
    assertThat(batches.next().ids()).containsExactly(1);
    assertThatThrownBy(batches::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the disk is gone");
    assertThat(batches.hasNext()).isFalse();
    assertLoaderThreadsEnd();
  }

  @Test
  void onlyAFewBatchesArePreparedAhead() throws InterruptedException {
    var made = new AtomicInteger();
    try (var batches = counting(made, 0)) {
      while (made.get() < 3) {
        Thread.sleep(1);
      }
      Thread.sleep(30);

      assertThat(made).hasValue(3);
      assertThat(batches.hasNext()).isTrue();
    }
  }

  @Test
  void waitingForASlowWorkerIsMeasured() {
    try (var batches = counting(new AtomicInteger(), 30)) {
      assertThat(batches.waitNanos()).isZero();
      batches.next();

      assertThat(batches.waitNanos()).isBetween(5_000_000L, 5_000_000_000L);
    }
  }

  @Test
  void impossibleArgumentsAreRefused() {
    assertThatThrownBy(() -> training(0, 1)).hasMessageContaining("batch size must be at least 1");
    assertThatThrownBy(() -> training(8, 0)).hasMessageContaining("workers must be at least 1");
    assertThatThrownBy(() -> training(8, 1).iterator(0, 7)).hasMessageContaining("got 0 and 7");
    assertThatThrownBy(() -> new BatchLoader(DATASET, new int[0], moco, BatchPlan.evaluation(8, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one sample");
  }

  private static BatchIterator counting(AtomicInteger made, long millis) {
    return new BatchIterator(
        number -> {
          Thread.sleep(millis);
          made.incrementAndGet();
          return new Batch(new int[] {number}, new int[] {0}, List.of(new float[3]), 1);
        },
        0,
        50,
        2);
  }

  private BatchLoader training(int batchSize, int workers) {
    return new BatchLoader(DATASET, IDS, moco, BatchPlan.training(batchSize, 2, 5, workers));
  }

  private static List<Batch> epoch(BatchLoader loader, int epoch, int firstBatch) {
    var batches = new ArrayList<Batch>();
    try (var iterator = loader.iterator(epoch, firstBatch)) {
      iterator.forEachRemaining(batches::add);
    }
    return batches;
  }

  private static List<Integer> ids(List<Batch> batches) {
    return batches.stream().flatMapToInt(batch -> Arrays.stream(batch.ids())).boxed().toList();
  }

  private static List<Integer> boxed(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static List<Integer> sorted() {
    return boxed(IDS);
  }

  private static void assertSame(List<Batch> one, List<Batch> other) {
    assertThat(other).hasSameSizeAs(one).isNotEmpty();
    for (int i = 0; i < one.size(); i++) {
      assertThat(other.get(i).ids()).isEqualTo(one.get(i).ids());
      for (int view = 0; view < one.get(i).views().size(); view++) {
        assertThat(other.get(i).views().get(view)).isEqualTo(one.get(i).views().get(view));
      }
    }
  }

  /// A pool counts as terminated a moment before its last thread is gone.
  private static void assertLoaderThreadsEnd() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("loader-")) {
        try {
          assertThat(thread.join(Duration.ofSeconds(5))).as(thread.getName()).isTrue();
        } catch (InterruptedException interrupted) {
          throw new AssertionError(interrupted);
        }
      }
    }
  }
}
