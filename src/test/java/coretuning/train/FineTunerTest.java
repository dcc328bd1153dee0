package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.data.RandomStream;
import coretuning.method.Foundation;
import coretuning.method.Method;
import coretuning.method.Methods;
import coretuning.method.Pass;
import coretuning.method.StepInput;
import coretuning.method.StepOutcome;
import coretuning.result.HardPair;
import coretuning.spec.Architecture;
import coretuning.spec.MethodSpec;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.Settings;
import coretuning.spec.TrainSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import coretuning.transform.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FineTunerTest {
  private static final int SIDE = 8;
  private static final int SEED = 13;
  private static final MethodSpec.CoreTuning PAPER = MethodSpec.CoreTuning.defaults();
  private static final MethodSpec.CoreTuning UPDATE =
      Settings.with(PAPER, "mining-scope", "update");

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private record Model(ResNet backbone, Classifier classifier, Method method, FineTuner tuner) {}

  private Model model(MethodSpec spec, int accumulation) {
    var random = new SplittableRandom(11);
    var backbone = new ResNet(Architecture.RESNET8_MINI, manager, DataType.FLOAT32, random);
    var classifier =
        new Classifier(backbone.featureSize(), 3, false, manager, DataType.FLOAT32, random);
    var method =
        Methods.of(spec, new Foundation(backbone, classifier, manager, DataType.FLOAT32, random));
    var train =
        new TrainSpec(
            1, 4, accumulation, 0.1, 1, 0.9, true, 0, new ScheduleSpec.Constant(0), List.of());
    return new Model(
        backbone, classifier, method, new FineTuner(backbone, classifier, method, train, SEED));
  }

  private static Batch batch(int seed, int... labels) {
    var random = new Random(seed);
    var pixels = new float[labels.length * 3 * SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextGaussian();
    }
    int[] ids = IntStream.range(0, labels.length).map(i -> 10 * seed + i).toArray();
    return new Batch(ids, labels, List.of(pixels), SIDE);
  }

  @Test
  void oneBatchIsTheSameWhateverTheScope() {
    Batch batch = batch(1, 0, 1, 2, 1);
    Learner.Step scoped =
        Autograd.recording(() -> model(UPDATE, 1).tuner().forward(manager, List.of(batch), 1));
    Learner.Step plain =
        Autograd.recording(() -> model(PAPER, 1).tuner().forward(manager, List.of(batch), 1));

    assertThat(scoped.lossValue()).isEqualTo(plain.lossValue());
    assertThat(scoped.pairs()).isEqualTo(plain.pairs());
    assertThat(scoped.weights()).isEqualTo(plain.weights());
    assertThat(model(UPDATE, 3).tuner().batchesPerLoss()).isEqualTo(3);
    assertThat(model(PAPER, 3).tuner().batchesPerLoss()).isEqualTo(1);
  }

  /// The backbone sees the batches one by one, with BatchNorm's own statistics for each; the method
  /// sees one batch of all features.
  @Test
  void severalBatchesAreMinedAsOneOfTheirFeatures() {
    List<Batch> batches = List.of(batch(1, 0, 0, 1, 0), batch(2, 1, 2, 2), batch(3, 2, 1));
    Learner.Step step = model(UPDATE, 3).tuner().forward(manager, batches, 3);

    Model other = model(UPDATE, 3);
    var features = new NDList();
    for (Batch batch : batches) {
      NDArray images =
          Transfer.toDevice(manager, batch.pixels(), new Shape(batch.size(), 3, SIDE, SIDE));
      features.add(other.backbone().features(images, true));
    }
    int[] labels = {0, 0, 1, 0, 1, 2, 2, 2, 1};
    int[] samples = {10, 11, 12, 13, 20, 21, 22, 30, 31};
    StepOutcome expected =
        other
            .method()
            .loss(
                new StepInput(
                    Pass.ofFeatures(NDArrays.concat(features, 0)),
                    labels,
                    samples,
                    other.classifier(),
                    RandomStream.of(SEED, Purpose.MIXING.key(), 3),
                    3));

    assertThat(step.lossValue()).isCloseTo(Transfer.toDouble(expected.loss()), within(1e-6));
    assertThat(step.pairs()).isEqualTo(expected.pairs());
    assertThat(step.weights()).isEqualTo(expected.weights());
    assertThat(step.pairs()).extracting(HardPair::step).containsOnly(3L);
    assertThat(step.pairs())
        .as("partners from other batches")
        .anyMatch(pair -> pair.hardNegative() / 10 != pair.anchor() / 10);
  }

  /// The gradient of one loss over several batches reaches the backbone through all of them.
  @Test
  void oneBackwardPassTeachesThroughEveryBatch() {
    List<Batch> batches = List.of(batch(1, 0, 0, 1, 0), batch(2, 1, 2, 2));
    double[] together = gradient(batches);
    double[] first = gradient(batches.subList(0, 1));

    assertThat(together).hasSameSizeAs(first).isNotEqualTo(first);
    assertThat(Arrays.stream(together).allMatch(Double::isFinite)).isTrue();
    assertThat(Arrays.stream(together).anyMatch(value -> value != 0)).isTrue();
  }

  private double[] gradient(List<Batch> batches) {
    Model model = model(UPDATE, 2);
    try (NDManager scratch = manager.newSubManager()) {
      Learner.Step step =
          Autograd.recording(() -> model.tuner().forward(scratch, batches, batches.size()));
      Autograd.backward(step.loss());
    }
    return Transfer.toDoubles(Autograd.gradient(model.backbone().parameters().get("conv1.weight")));
  }

  @Test
  void viewsAndMapsAreJoinedToo() {
    NDArray first = Tensors.matrix(manager, new double[][] {{1, 2}});
    NDArray second = Tensors.matrix(manager, new double[][] {{3, 4}, {5, 6}});
    var one = new Pass(List.of(first, first.neg()), List.of(first.mul(10)), first);
    var two = new Pass(List.of(second, second.neg()), List.of(second.mul(10)), second);

    Pass joined = Pass.joined(List.of(one, two));

    assertThat(Transfer.toDoubles(joined.features())).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(Transfer.toDoubles(joined.views().get(1))).containsExactly(-1, -2, -3, -4, -5, -6);
    assertThat(Transfer.toDoubles(joined.stageMaps().getFirst()))
        .containsExactly(10, 20, 30, 40, 50, 60);
    assertThat(Pass.joined(List.of(one))).isSameAs(one);
  }
}
