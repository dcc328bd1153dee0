package coretuning.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.data.Split;
import coretuning.result.Embedding;
import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.Probe;
import coretuning.result.Problem;
import coretuning.result.Snapshot;
import coretuning.spec.Architecture;
import coretuning.spec.DataSpec;
import coretuning.spec.RecordingSpec;
import coretuning.tensor.ParameterHash;
import coretuning.testing.Tensors;
import coretuning.testing.TinyData;
import coretuning.transform.Pipeline;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final DataSpec DATA = data();
  private static final Dataset DATASET = Datasets.open(DATA, Path.of("unused"));

  private final NDManager manager = Tensors.newManager();
  private final SplittableRandom random = new SplittableRandom(2);
  private final ResNet backbone =
      new ResNet(Architecture.RESNET8_MINI, manager, DataType.FLOAT32, random);
  private final Classifier classifier =
      new Classifier(
          backbone.featureSize(), DATASET.classCount(), false, manager, DataType.FLOAT32, random);
  private final Inference inference =
      new Inference(backbone, Optional.of(classifier), DATASET, Pipeline.evaluation(DATA), manager);
  private final int[] test = Arrays.copyOf(DATASET.testIds(), 60);
  private final Evaluator evaluator = evaluator(1);

  private static DataSpec data() {
    DataSpec tiny = TinyData.data();
    return new DataSpec(tiny.format(), tiny.root(), 8, 0, 1, tiny.mean(), tiny.deviation());
  }

  private Evaluator evaluator(long seed) {
    int[] train = Arrays.copyOf(DATASET.trainIds(), 40);
    return new Evaluator(
        inference,
        DATASET,
        new Split(train, new int[] {90, 91, 92}, test),
        new RecordingSpec(1, 20, 5, 0.1),
        seed,
        3);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void rowsComeInTheOrderOfTheIds() {
    Outputs all = inference.run(test);
    Outputs two = inference.run(new int[] {test[33], test[4]});

    int d = all.dimension();
    assertThat(d).isEqualTo(backbone.featureSize());
    assertThat(Arrays.copyOfRange(two.features(), 0, d))
        .containsExactly(Arrays.copyOfRange(all.features(), 33 * d, 34 * d), within(1e-5f));
    assertThat(Arrays.copyOfRange(two.logits(), 10, 20))
        .containsExactly(Arrays.copyOfRange(all.logits(), 40, 50), within(1e-5f));
  }

  @Test
  void measuringLeavesNoArraysBehind() {
    int before = manager.getManagedArrays().size();
    evaluator.evaluate(Part.TEST);

    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void top1IsTheShareOfRightPredictions() {
    Evaluation evaluation = evaluator.evaluate(Part.TEST);

    int[] predicted = Predictions.of(inference.run(test)).classes();
    long hits =
        IntStream.range(0, test.length).filter(i -> predicted[i] == DATASET.label(test[i])).count();
    assertThat(evaluation.images()).isEqualTo(60);
    assertThat(evaluation.top1()).isCloseTo(hits / 60.0, within(1e-12));
    assertThat(evaluator.evaluate(Part.VALIDATION).images()).isEqualTo(3);
    assertThat(evaluator.validationTop1()).isEqualTo(evaluator.evaluate(Part.VALIDATION).top1());
  }

  @Test
  void aSnapshotRecordsTheSameImagesForTheSameSeed() {
    Snapshot first = evaluator.snapshot(4, List.of(), List.of());

    assertThat(first.epoch()).isEqualTo(4);
    assertThat(first.embedding().samples()).hasSize(20).isSorted().doesNotHaveDuplicates();
    assertThat(Arrays.stream(first.embedding().samples()).boxed())
        .isSubsetOf(Arrays.stream(test).boxed().toList());
    assertThat(evaluator(1).snapshot(4, List.of(), List.of()))
        .usingRecursiveComparison()
        .isEqualTo(first);
    assertThat(evaluator(2).snapshot(4, List.of(), List.of()).embedding().samples())
        .isNotEqualTo(first.embedding().samples());
  }

  @Test
  void aSnapshotRecordsTrainingImagesToo() {
    Embedding training = evaluator.snapshot(4, List.of(), List.of()).training().orElseThrow();

    assertThat(training.part()).isEqualTo(Part.TRAIN);
    assertThat(training.samples()).hasSize(20).isSorted().doesNotHaveDuplicates();
    assertThat(training.features())
        .containsExactly(inference.run(training.samples()).features(), within(1e-5f));
    for (int row = 0; row < training.size(); row++) {
      assertThat(training.labels()[row]).isEqualTo(DATASET.label(training.samples()[row]));
    }
  }

  @Test
  void featuresThatAreNoNumbersAreNeverMeasured() {
    backbone.parameters().get("bn1.weight").muli(Float.NaN);

    assertThatThrownBy(() -> evaluator.evaluate(Part.TEST))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the model's features are no longer finite numbers (sample ");
  }

  @Test
  void aProbeChangesNoWeightAndIsTheSameAgain() {
    Probe first = evaluator.probe(3, new SplittableRandom(1));
    Probe again = evaluator.probe(3, new SplittableRandom(1));

    assertThat(first).isEqualTo(again);
    assertThat(first.weightsHash()).isEqualTo(ParameterHash.of(backbone.parameters()));
    assertThat(first.epoch()).isEqualTo(3);
    assertThat(first.bank()).isEqualTo(40);
    assertThat(first.images()).isEqualTo(20);
    assertThat(first.linear()).isBetween(0.0, 1.0);
    backbone.parameters().get("conv1.weight").muli(2);
    assertThat(ParameterHash.of(backbone.parameters())).isNotEqualTo(first.weightsHash());
  }
}
