package coretuning.job;

import coretuning.result.EpochMetrics;
import coretuning.result.ProxyEpoch;
import coretuning.result.StepMetrics;
import coretuning.spec.TrainSpec;
import coretuning.store.RunFolder;
import coretuning.train.EpochTally;
import coretuning.train.TrainingLoop;
import java.util.List;
import java.util.function.BiFunction;

/// Hears a training loop: writes its metrics, reports progress, and keeps a checkpoint after each
/// epoch and, where epochs are long, every ten minutes.
final class LoopWatch implements TrainingLoop.Listener {
  private static final long NANOS_BETWEEN_CHECKPOINTS = 600_000_000_000L;
  private static final double NANOS = 1e9;

  private final RunFolder folder;
  private final RunJournal journal;
  private final TrainSpec train;
  private final int imagesPerEpoch;
  private final BiFunction<EpochMetrics, EpochTally, EpochMetrics> observer;
  private final long startedNanos = System.nanoTime();
  private long savedNanos = startedNanos;

  /// @param observer measures the model after an epoch: takes what the loop measured, returns it
  ///   completed
  LoopWatch(
      RunFolder folder,
      RunJournal journal,
      TrainSpec train,
      int imagesPerEpoch,
      BiFunction<EpochMetrics, EpochTally, EpochMetrics> observer) {
    this.folder = folder;
    this.journal = journal;
    this.train = train;
    this.imagesPerEpoch = imagesPerEpoch;
    this.observer = observer;
  }

  @Override
  public void beforeTraining(long done, long total) {
    double seconds = (System.nanoTime() - startedNanos) / NANOS;
    journal.progress(
        "measuring before training",
        done,
        total,
        Double.NaN,
        done == 0 ? Double.NaN : seconds / done * (total - done));
  }

  @Override
  public void afterStep(TrainingLoop loop, StepMetrics metrics, double imagesPerSecond) {
    journal.step(metrics);
    int epoch = loop.position().epoch();
    long inEpoch = Math.min(imagesPerEpoch, (long) loop.position().batch() * train.batchSize());
    long done = (long) epoch * imagesPerEpoch + inEpoch;
    long total = (long) train.epochs() * imagesPerEpoch;
    double seconds = (System.nanoTime() - startedNanos) / NANOS;
    journal.progress(
        "epoch %d of %d".formatted(epoch + 1, train.epochs()),
        done,
        total,
        imagesPerSecond,
        seconds / loop.imagesLearnt() * (total - done));
    if (System.nanoTime() - savedNanos > NANOS_BETWEEN_CHECKPOINTS && loop.isBetweenUpdates()) {
      save(loop);
    }
  }

  @Override
  public void afterEpoch(TrainingLoop loop, EpochMetrics metrics, EpochTally tally) {
    journal.epoch(observer.apply(metrics, tally));
    tally
        .diagnostics(metrics.epoch())
        .ifPresent(seen -> {
          journal.diagnostics(seen);
          Warnings.observed(seen).forEach(journal::warning);
        });
    tally
        .proxy(metrics.epoch())
        .ifPresent(seen -> {
          List<ProxyEpoch> before = folder.proxy();
          journal.proxy(seen);
          CollapseWarnings.of(before, seen).ifPresent(journal::warning);
        });
    save(loop);
  }

  private void save(TrainingLoop loop) {
    loop.save(folder.checkpoint());
    savedNanos = System.nanoTime();
  }
}
