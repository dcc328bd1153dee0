package coretuning.transform;

import coretuning.data.Dataset;
import coretuning.data.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Makes the batches of an epoch.
///
/// Order depends on (seed, epoch), an augmented view on (seed, epoch, sample, view): never on the
/// number of threads or on where in the epoch loading starts. Immutable; safe for any thread.
public final class BatchLoader {
  private static final long ORDER = 1;
  private static final long AUGMENTATION = 2;

  private final Dataset dataset;
  private final int[] ids;
  private final Pipeline pipeline;
  private final BatchPlan plan;

  /// @param ids samples to load, at least one
  public BatchLoader(Dataset dataset, int[] ids, Pipeline pipeline, BatchPlan plan) {
    if (ids.length == 0) {
      throw new IllegalArgumentException("a loader needs at least one sample, got none");
    }
    this.dataset = dataset;
    this.ids = ids.clone();
    this.pipeline = pipeline;
    this.plan = plan;
  }

  /// Number of batches of an epoch, at least 1.
  public int batchesPerEpoch() {
    int complete = ids.length / plan.batchSize();
    boolean lastIsComplete = ids.length % plan.batchSize() == 0;
    return lastIsComplete || (plan.dropLast() && complete > 0) ? complete : complete + 1;
  }

  /// The batches of an epoch from `firstBatch` on: the same that an iterator from 0 on would give
  /// there. Close it, also when it was not used up.
  ///
  /// @param epoch at least 0
  /// @param firstBatch in [0, batchesPerEpoch]
  public BatchIterator iterator(int epoch, int firstBatch) {
    if (epoch < 0 || firstBatch < 0 || firstBatch > batchesPerEpoch()) {
      throw new IllegalArgumentException(
          "epoch must be at least 0 and first batch lie in [0, %d], got %d and %d"
              .formatted(batchesPerEpoch(), epoch, firstBatch));
    }
    int[] order = order(epoch);
    return new BatchIterator(
        number -> batch(order, epoch, number), firstBatch, batchesPerEpoch(), plan.workers());
  }

  private int[] order(int epoch) {
    int[] order = ids.clone();
    if (plan.shuffled()) {
      RandomStream.shuffle(order, RandomStream.of(plan.seed(), ORDER, epoch));
    }
    return order;
  }

  /// Samples of a batch, without loading it.
  ///
  /// @param epoch at least 0
  /// @param number in [0, batchesPerEpoch)
  public int[] ids(int epoch, int number) {
    return ids(order(epoch), number);
  }

  private int[] ids(int[] order, int number) {
    int first = number * plan.batchSize();
    return Arrays.copyOfRange(order, first, Math.min(order.length, first + plan.batchSize()));
  }

  /// The random stream that a view of a sample is augmented by.
  public RandomGenerator random(int epoch, int id, int view) {
    return RandomStream.of(plan.seed(), AUGMENTATION, epoch, id, view);
  }

  private Batch batch(int[] order, int epoch, int number) throws InterruptedException {
    int[] chosen = ids(order, number);
    var views = new ArrayList<float[]>();
    for (int view = 0; view < plan.views(); view++) {
      var pixels = new float[chosen.length * pipeline.outputLength()];
      for (int row = 0; row < chosen.length; row++) {
        if (Thread.interrupted()) {
          throw new InterruptedException("the iterator was closed");
        }
        pipeline.write(
            dataset,
            chosen[row],
            random(epoch, chosen[row], view),
            pixels,
            row * pipeline.outputLength());
      }
      views.add(pixels);
    }
    int[] labels = Arrays.stream(chosen).map(dataset::label).toArray();
    return new Batch(chosen, labels, views, pipeline.outputSize());
  }
}
