package coretuning.train;

import ai.djl.ndarray.NDManager;
import coretuning.result.EpochMetrics;
import coretuning.result.LossTerm;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.StepMetrics;
import coretuning.spec.TrainSpec;
import coretuning.tensor.Autograd;
import coretuning.transform.Batch;
import coretuning.transform.BatchIterator;
import coretuning.transform.BatchLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The loop: batches in, weights moved, metrics out.
///
/// A loss is of one batch, or of as many as its learner takes together; its step number is that of
/// the last.
///
/// Owned by the device lane from construction to the last call. Stops after the batch in hand (with
/// gradient accumulation: after the update in hand, so that no half-gathered gradient is lost) and
/// can go on from a checkpoint as if nothing had happened.
public final class TrainingLoop {
  private static final double NANOS = 1e9;

  private final Learner learner;
  private final TrainSpec spec;
  private final BatchLoader loader;
  private final NDManager manager;
  private final Listener listener;
  private final Sgd sgd;
  private Position position = Position.START;
  private EpochTally tally = new EpochTally();
  private long imagesLearnt;

  /// Hears of each batch and epoch, on the device lane.
  public interface Listener {
    /// Something is measured before the first batch, and has come this far.
    default void beforeTraining(long done, long total) {}

    /// A batch was learnt, or several that one loss takes together.
    ///
    /// @param loop may be saved if it stands between updates
    /// @param metrics one row whatever the number of batches; its step is that of the last
    /// @param imagesPerSecond of the epoch so far in this session
    void afterStep(TrainingLoop loop, StepMetrics metrics, double imagesPerSecond);

    /// The epoch's weights are in place; the position is that of the next epoch.
    ///
    /// @param loop may be saved
    /// @param metrics validation is empty: the listener measures it
    /// @param tally pairs and focal weights of the epoch
    void afterEpoch(TrainingLoop loop, EpochMetrics metrics, EpochTally tally);
  }

  /// A loop at its start.
  ///
  /// @param loader drops an incomplete last batch or not, as its plan says
  /// @param manager owns momentum buffers and, through children, all that a step makes
  public TrainingLoop(
      Learner learner, TrainSpec spec, BatchLoader loader, NDManager manager, Listener listener) {
    this.learner = learner;
    this.spec = spec;
    this.loader = loader;
    this.manager = manager;
    this.listener = listener;
    sgd = new Sgd(learner.groups(), spec, manager);
  }

  /// Learns from where it stands to the last epoch.
  ///
  /// @return whether it got there; false if a stop came first
  /// @throws Problem if the objective is not a finite number; the weights on disk are the last good
  public boolean run(RunControl control) {
    LearningRate learningRate = LearningRate.of(spec);
    if (position.equals(Position.START) && !prepare(control)) {
      return false;
    }
    while (position.epoch() < spec.epochs()) {
      double rate = learningRate.at(position.epoch());
      long started = System.nanoTime();
      long images = 0;
      double waited;
      learner.enterEpoch(position.epoch(), position.batch() == 0);
      try (BatchIterator batches = loader.iterator(position.epoch(), position.batch())) {
        while (batches.hasNext()) {
          if (isBetweenUpdates() && !control.awaitGo()) {
            return false;
          }
          List<Batch> together = next(batches);
          images += imagesIn(together);
          StepMetrics metrics = learn(together, rate);
          listener.afterStep(this, metrics, images * NANOS / (System.nanoTime() - started));
        }
        waited = batches.waitNanos();
      }
      endEpoch(rate, images, System.nanoTime() - started, waited);
    }
    return true;
  }

  private boolean prepare(RunControl control) {
    return learner.beforeTraining(
        manager,
        loader,
        (done, total) -> {
          listener.beforeTraining(done, total);
          return control.awaitGo();
        });
  }

  /// As many batches as one loss takes, within the update in hand.
  private List<Batch> next(BatchIterator batches) {
    int left = groupSize() - position.batch() % spec.accumulationSteps();
    var together = new ArrayList<Batch>();
    while (together.size() < Math.min(learner.batchesPerLoss(), left)) {
      together.add(batches.next());
    }
    return together;
  }

  private static long imagesIn(List<Batch> batches) {
    return batches.stream().mapToLong(Batch::size).sum();
  }

  private StepMetrics learn(List<Batch> batches, double rate) {
    int count = batches.size();
    Learner.Step step;
    // One manager for forward and backward pass: an array made of Java numbers may lie in a Java
    // buffer, which is collected after its last handle is closed although the graph still reads it.
    try (NDManager scratch = manager.newSubManager()) {
      step = Autograd.recording(() -> learner.forward(scratch, batches, position.step() + count));
      requireFinite(step, batches.getFirst());
      Autograd.backward(step.loss(), (double) count / groupSize());
      learner.afterBackward();
      if (endsUpdate(count)) {
        sgd.step(rate, scratch);
      }
    }
    tally.add(step, count, imagesIn(batches));
    position = position.afterBatches(count);
    imagesLearnt += imagesIn(batches);
    return new StepMetrics(
        position.step(), position.epoch() + 1, step.lossValue(), step.terms(), rate);
  }

  private void requireFinite(Learner.Step step, Batch batch) {
    if (Double.isFinite(step.lossValue())) {
      return;
    }
    String term =
        step.terms().stream()
            .filter(each -> !Double.isFinite(each.value()))
            .findFirst()
            .map(LossTerm::name)
            .orElse("total");
    throw new Problem(
        "the %s loss became %s".formatted(term, step.lossValue()),
        "epoch %d, batch %d, samples %s"
            .formatted(
                position.epoch() + 1,
                position.batch() + 1,
                Arrays.toString(Arrays.copyOf(batch.ids(), Math.min(batch.size(), 8)))),
        "lower the learning rate or raise the temperature; the last good weights are kept");
  }

  private void endEpoch(double rate, long images, long nanos, double waitedNanos) {
    var metrics =
        new EpochMetrics(
            position.epoch() + 1,
            tally.meanLoss(),
            tally.meanTerms(),
            tally.top1(),
            Optional.empty(),
            rate,
            images * NANOS / nanos,
            waitedNanos / nanos);
    EpochTally finished = tally;
    tally = new EpochTally();
    FiniteCheck.require(learner.state(), position);
    position = position.afterEpoch();
    listener.afterEpoch(this, metrics, finished);
  }

  /// Batches averaged into the update that the next batch belongs to: fewer at an epoch's end.
  private int groupSize() {
    int steps = spec.accumulationSteps();
    int first = position.batch() - position.batch() % steps;
    return Math.min(steps, loader.batchesPerEpoch() - first);
  }

  /// Whether no gradient waits to be used: the state is whole and may be saved.
  public boolean isBetweenUpdates() {
    return position.batch() % spec.accumulationSteps() == 0;
  }

  private boolean endsUpdate(int count) {
    int next = position.batch() + count;
    return next % spec.accumulationSteps() == 0 || next == loader.batchesPerEpoch();
  }

  /// Writes the whole state. To be called between updates: from the listener after an epoch, or
  /// after [#run] has returned.
  ///
  /// @throws Problem if a weight is not finite or the file cannot be written; an old file stays
  public void save(Path file) {
    FiniteCheck.require(learner.state(), position);
    RunCheckpoint.save(file, learner.state(), sgd.buffers(), position, tally);
  }

  /// Goes on from a saved state instead of the start.
  ///
  /// @throws Problem if the file is damaged or belongs to other settings
  public void restore(Path file) {
    RunCheckpoint.Restored restored = RunCheckpoint.restore(file, learner.state(), sgd.buffers());
    Position saved = restored.position();
    if (saved.epoch() > spec.epochs() || saved.batch() > loader.batchesPerEpoch()) {
      throw new Problem(
          "the checkpoint stands at batch %d of epoch %d, this run has %d batches and %d epochs"
              .formatted(saved.batch(), saved.epoch() + 1, loader.batchesPerEpoch(), spec.epochs()),
          file.toString(),
          "the data set has changed since; start a new run");
    }
    position = saved;
    tally = restored.tally();
  }

  /// Images learnt since this loop was made: those before a resumed run's checkpoint do not count.
  public long imagesLearnt() {
    return imagesLearnt;
  }

  /// Where it stands.
  public Position position() {
    return position;
  }
}
