package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.result.EpochMetrics;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.StepMetrics;
import coretuning.spec.DataSpec;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;
import coretuning.testing.Tensors;
import coretuning.testing.TinyData;
import coretuning.transform.Batch;
import coretuning.transform.BatchIterator;
import coretuning.transform.BatchLoader;
import coretuning.transform.BatchPlan;
import coretuning.transform.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {
  private static final int SIDE = 8;
  private static final int INPUTS = 3 * SIDE * SIDE;
  private static final double RATE = 0.001;

  private static final DataSpec DATA = data();
  private static final Dataset DATASET = Datasets.open(DATA, Path.of("unused"));

  private final NDManager manager = Tensors.newManager();
  private final Ears ears = new Ears();
  private LeastSquares learner = new LeastSquares(INPUTS, manager);

  @TempDir Path folder;

  private static DataSpec data() {
    DataSpec tiny = TinyData.data();
    return new DataSpec(tiny.format(), tiny.root(), SIDE, 0, 1, tiny.mean(), tiny.deviation());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /// Remembers what the loop said.
  private static final class Ears implements TrainingLoop.Listener {
    private final List<StepMetrics> steps = new ArrayList<>();
    private final List<EpochMetrics> epochs = new ArrayList<>();
    private Consumer<StepMetrics> onStep = step -> {};

    @Override
    public void afterStep(TrainingLoop loop, StepMetrics metrics, double imagesPerSecond) {
      steps.add(metrics);
      onStep.accept(metrics);
    }

    @Override
    public void afterEpoch(TrainingLoop loop, EpochMetrics metrics, EpochTally tally) {
      epochs.add(metrics);
    }
  }

  private static BatchLoader loader(int images, int batchSize) {
    return new BatchLoader(
        DATASET,
        Arrays.copyOf(DATASET.trainIds(), images),
        Pipeline.evaluation(DATA),
        BatchPlan.training(batchSize, 1, 5, 1));
  }

  private static TrainSpec spec(int epochs, int batchSize, int accumulation, double momentum) {
    return new TrainSpec(
        epochs,
        batchSize,
        accumulation,
        RATE,
        1,
        momentum,
        false,
        0,
        new ScheduleSpec.Constant(0),
        List.of());
  }

  private TrainingLoop loop(TrainSpec spec, int images) {
    return new TrainingLoop(learner, spec, loader(images, spec.batchSize()), manager, ears);
  }

  private double[] learnt(TrainSpec spec, int images) {
    learner = new LeastSquares(INPUTS, manager);
    assertThat(loop(spec, images).run(new RunControl())).isTrue();
    return learner.weights();
  }

  @Test
  void accumulatedBatchesMoveWeightsLikeOneLargeBatch() {
    double[] large = learnt(spec(2, 8, 1, 0.9), 24);
    double[] gathered = learnt(spec(2, 4, 2, 0.9), 24);

    assertThat(gathered).isNotEqualTo(new double[INPUTS]);
    assertThat(gathered).containsExactly(large, within(1e-12));
  }

  @Test
  void anIncompleteLastGroupIsAveragedOverItsTrueSize() {
    // 20 images in batches of 4 and groups of 2, 2 and 1.
    assertThat(learnt(spec(1, 4, 2, 0), 20))
        .containsExactly(descended(loader(20, 4), 2), within(1e-12));
    assertThat(learnt(spec(1, 4, 3, 0), 20))
        .containsExactly(descended(loader(20, 4), 3), within(1e-12));
  }

  /// Plain gradient descent over one epoch, in plain Java.
  private static double[] descended(BatchLoader loader, int groupSize) {
    var batches = new ArrayList<Batch>();
    try (BatchIterator iterator = loader.iterator(0, 0)) {
      iterator.forEachRemaining(batches::add);
    }
    var weights = new double[INPUTS];
    for (int first = 0; first < batches.size(); first += groupSize) {
      List<Batch> group = batches.subList(first, Math.min(batches.size(), first + groupSize));
      var slope = new double[INPUTS];
      group.forEach(batch -> addSlope(batch, weights, slope, 1.0 / group.size()));
      for (int i = 0; i < INPUTS; i++) {
        weights[i] -= RATE * slope[i];
      }
    }
    return weights;
  }

  private static void addSlope(Batch batch, double[] weights, double[] slope, double share) {
    for (int row = 0; row < batch.size(); row++) {
      double error = -batch.labels()[row];
      for (int i = 0; i < INPUTS; i++) {
        error += batch.pixels()[row * INPUTS + i] * weights[i];
      }
      for (int i = 0; i < INPUTS; i++) {
        slope[i] += share * 2 * error * batch.pixels()[row * INPUTS + i] / batch.size();
      }
    }
  }

  @Test
  void batchesThatOneLossTakesTogetherMoveWeightsLikeOneLargeBatch() {
    double[] large = learnt(spec(2, 8, 1, 0.9), 24);
    ears.steps.clear();
    ears.epochs.clear();
    learner = new LeastSquares(INPUTS, manager).together(2);
    TrainingLoop loop = loop(spec(2, 4, 2, 0.9), 24);

    assertThat(loop.run(new RunControl())).isTrue();

    assertThat(learner.weights()).containsExactly(large, within(1e-12));
    assertThat(ears.steps).extracting(StepMetrics::step).containsExactly(2L, 4L, 6L, 8L, 10L, 12L);
    assertThat(loop.position()).isEqualTo(new Position(2, 0, 12));
    assertThat(loop.imagesLearnt()).isEqualTo(48);
  }

  /// 20 images in batches of 4: updates of 3 and 2 batches, the losses of which count by batches.
  @Test
  void anIncompleteLastGroupIsOneLossOfWhatIsLeft() {
    learner = new LeastSquares(INPUTS, manager).together(3);

    assertThat(loop(spec(1, 4, 3, 0), 20).run(new RunControl())).isTrue();

    assertThat(learner.weights()).containsExactly(descended(loader(20, 4), 3), within(1e-12));
    assertThat(ears.steps).extracting(StepMetrics::step).containsExactly(3L, 5L);
    double mean = (3 * ears.steps.get(0).loss() + 2 * ears.steps.get(1).loss()) / 5;
    assertThat(ears.epochs.getFirst().loss()).isCloseTo(mean, within(1e-12));
  }

  @Test
  void aLossNeverReachesBeyondItsUpdate() {
    learner = new LeastSquares(INPUTS, manager).together(5);

    assertThat(loop(spec(1, 4, 2, 0), 24).run(new RunControl())).isTrue();

    assertThat(ears.steps).extracting(StepMetrics::step).containsExactly(2L, 4L, 6L);
  }

  @Test
  void aStopWaitsForTheUpdateInHand() {
    var control = new RunControl();
    ears.onStep = step -> stopAt(step, 4, control);
    TrainingLoop loop = loop(spec(2, 4, 3, 0.9), 32);

    assertThat(loop.run(control)).isFalse();

    assertThat(loop.position()).isEqualTo(new Position(0, 6, 6));
    assertThat(loop.isBetweenUpdates()).isTrue();
  }

  private static void stopAt(StepMetrics step, long number, RunControl control) {
    if (step.step() == number) {
      control.stop();
    }
  }

  @Test
  void aRunRestoredInsideAnEpochEndsLikeOneThatWasNot() {
    TrainSpec spec = spec(3, 4, 2, 0.9);
    double[] whole = learnt(spec, 28);
    List<StepMetrics> wholeSteps = List.copyOf(ears.steps);
    List<Double> wholeLosses = ears.epochs.stream().map(EpochMetrics::loss).toList();
    ears.steps.clear();
    ears.epochs.clear();

    var control = new RunControl();
    ears.onStep = step -> stopAt(step, 10, control);
    learner = new LeastSquares(INPUTS, manager);
    TrainingLoop stopped = loop(spec, 28);
    assertThat(stopped.run(control)).isFalse();
    assertThat(stopped.position()).isEqualTo(new Position(1, 4, 11));
    stopped.save(folder.resolve("state.safetensors"));

    learner = new LeastSquares(INPUTS, manager);
    TrainingLoop resumed = loop(spec, 28);
    resumed.restore(folder.resolve("state.safetensors"));
    assertThat(resumed.position()).isEqualTo(new Position(1, 4, 11));
    assertThat(resumed.run(new RunControl())).isTrue();

    assertThat(learner.weights()).isEqualTo(whole);
    assertThat(ears.steps).isEqualTo(wholeSteps);
    assertThat(ears.epochs).extracting(EpochMetrics::loss).isEqualTo(wholeLosses);
  }

  @Test
  void anEpochsLossIsTheMeanOfItsSteps() {
    assertThat(loop(spec(2, 4, 1, 0), 12).run(new RunControl())).isTrue();

    assertThat(ears.steps).extracting(StepMetrics::step).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(ears.epochs).extracting(EpochMetrics::epoch).containsExactly(1, 2);
    double mean = ears.steps.subList(3, 6).stream().mapToDouble(StepMetrics::loss).sum() / 3;
    assertThat(ears.epochs.get(1).loss()).isCloseTo(mean, within(1e-12));
    assertThat(ears.epochs.get(1).trainTop1()).isEqualTo(0.25);
    assertThat(ears.epochs.get(1).learningRate()).isEqualTo(RATE);
  }

  @Test
  void anObjectiveThatIsNoFiniteNumberNamesTermBatchAndSamples() {
    learner = new LeastSquares(INPUTS, manager, 5);
    TrainingLoop loop = loop(spec(2, 4, 1, 0), 12);

    assertThatThrownBy(() -> loop.run(new RunControl()))
        .isInstanceOf(Problem.class)
        .hasMessageMatching(
            "the squares loss became Infinity"
                + " \\(epoch 2, batch 2, samples \\[\\d+, \\d+, \\d+, \\d+]\\): .+");
    assertThat(loop.position()).isEqualTo(new Position(1, 1, 4));
  }

  @Test
  void weightsThatAreNoFiniteNumbersNeverReachTheDisk() throws Exception {
    Path file = folder.resolve("state.safetensors");
    TrainingLoop loop = loop(spec(2, 4, 1, 0), 12);
    loop.save(file);
    byte[] good = Files.readAllBytes(file);
    learner.parameters().get("w").muli(Double.NaN);

    assertThatThrownBy(() -> loop.save(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the weights of w are no longer finite numbers")
        .hasMessageContaining("epoch 1");
    assertThat(Files.readAllBytes(file)).isEqualTo(good);
  }

  @Test
  void aCheckpointOfMoreBatchesThanTheDataHasIsRefused() {
    Path file = folder.resolve("state.safetensors");
    var control = new RunControl();
    ears.onStep = step -> stopAt(step, 6, control);
    TrainingLoop loop = loop(spec(2, 4, 1, 0), 32);
    loop.run(control);
    loop.save(file);

    assertThatThrownBy(() -> loop(spec(2, 4, 1, 0), 12).restore(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("batch 6 of epoch 1")
        .hasMessageContaining("3 batches");
  }
}
