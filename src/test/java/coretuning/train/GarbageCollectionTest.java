package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.data.RandomStream;
import coretuning.data.Split;
import coretuning.method.Foundation;
import coretuning.method.Methods;
import coretuning.result.EpochMetrics;
import coretuning.result.RunControl;
import coretuning.result.StepMetrics;
import coretuning.spec.Architecture;
import coretuning.spec.CoreTuningReading;
import coretuning.spec.DeviceChoice;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Compute;
import coretuning.tensor.Parameters;
import coretuning.testing.TinyData;
import coretuning.transform.Batch;
import coretuning.transform.BatchLoader;
import coretuning.transform.BatchPlan;
import coretuning.transform.Pipeline;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Arrays made of Java numbers lie in Java buffers that the graph reads during the backward pass.
/// Freed too early they turn into garbage, seldom enough to be taken for bad luck: a NaN in one run
/// of many, a loss that differs in its third digit.
class GarbageCollectionTest {
  @TempDir Path cache;

  @BeforeAll
  static void startEngine() {
    Compute.start(DeviceChoice.CPU);
  }

  static Stream<MethodSpec> methods() {
    MethodSpec.CoreTuning paper = MethodSpec.CoreTuning.defaults();
    return Stream.of(paper, paper.with(CoreTuningReading.released()));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void collectingBetweenForwardAndBackwardChangesNoNumber(MethodSpec method) {
    assertThat(losses(method, true)).isEqualTo(losses(method, false));
  }

  private List<Double> losses(MethodSpec spec, boolean collecting) {
    var experiment = TinyData.experiment(spec, 3);
    Dataset dataset = Datasets.open(experiment.data(), cache);
    Split split = Split.of(dataset, experiment.data(), 3);
    var losses = new ArrayList<Double>();
    try (NDManager manager = NDManager.newBaseManager()) {
      var backbone =
          new ResNet(Architecture.RESNET8_MINI, manager, DataType.FLOAT32, RandomStream.of(1, 1));
      var classifier =
          new Classifier(128, 10, false, manager, DataType.FLOAT32, RandomStream.of(1, 2));
      var method =
          Methods.of(
              experiment.method(),
              new Foundation(
                  backbone, classifier, manager, DataType.FLOAT32, RandomStream.of(1, 3)));
      Learner learner = new FineTuner(backbone, classifier, method, experiment.train(), 3);
      var loader =
          new BatchLoader(
              dataset,
              split.train(),
              Pipeline.of(experiment.train().augmentation(), experiment.data()),
              BatchPlan.training(8, 1, 3, 1));
      new TrainingLoop(
              collecting ? new Collecting(learner) : learner,
              experiment.train(),
              loader,
              manager,
              new Recorder(losses))
          .run(new RunControl());
    }
    return losses;
  }

  private record Recorder(List<Double> losses) implements TrainingLoop.Listener {
    @Override
    public void afterStep(TrainingLoop loop, StepMetrics metrics, double imagesPerSecond) {
      losses.add(metrics.loss());
    }

    @Override
    public void afterEpoch(TrainingLoop loop, EpochMetrics metrics, EpochTally tally) {}
  }

  /// Provokes what happens by itself now and then: a collection, and new use of the freed memory.
  private record Collecting(Learner learner) implements Learner {
    @Override
    public List<ParameterGroup> groups() {
      return learner.groups();
    }

    @Override
    public Parameters state() {
      return learner.state();
    }

    @Override
    public Step forward(NDManager manager, List<Batch> batches, long step) {
      Step result = learner.forward(manager, batches, step);
      System.gc();
      for (int i = 0; i < 200; i++) {
        ByteBuffer reused =
            ByteBuffer.allocateDirect(batches.getFirst().pixels().length * Float.BYTES);
        while (reused.hasRemaining()) {
          reused.put((byte) -1);
        }
      }
      return result;
    }

    @Override
    public void afterBackward() {
      learner.afterBackward();
    }
  }
}
