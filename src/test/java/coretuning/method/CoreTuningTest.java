package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.objective.CrossEntropy;
import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.LossTerm;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoreTuningTest {
  private static final MethodSpec.CoreTuning SPEC =
      new MethodSpec.CoreTuning(0.5, 1, 0.07, 0.8, 1, 3);
  private static final int D = 4;
  private static final int CLASSES = 3;
  private static final int[] LABELS = {0, 0, 1, 1, 2, 0};
  private static final int[] SAMPLES = {100, 107, 30, 31, 5, 42};

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private Method method(MethodSpec.CoreTuning spec, DataType type) {
    return new CoreTuning(spec, D, CLASSES, manager, type, new Random(1));
  }

  private Classifier classifier(DataType type) {
    return new Classifier(D, CLASSES, true, manager, type, new Random(2));
  }

  private static double[][] rows(int n) {
    return Tensors.normalRows(n, D, new Random(3));
  }

  private StepInput input(NDArray features, Classifier classifier, long seed) {
    return new StepInput(
        Pass.ofFeatures(features), LABELS, SAMPLES, classifier, new Random(seed), 17);
  }

  @Test
  void headsAreTheProjectionUnderItsNames() {
    Parameters heads = method(SPEC, DataType.FLOAT32).heads();

    assertThat(heads.trainableNames())
        .containsExactly(
            "projection.0.weight", "projection.0.bias", "projection.2.weight", "projection.2.bias");
    assertThat(heads.get("projection.2.weight").getShape().getShape()).containsExactly(3, D);
    assertThat(new CeTuning().heads().names()).isEmpty();
  }

  @Test
  void theLossIsTheFirstTermPlusEtaTimesTheSecond() {
    StepOutcome out =
        method(SPEC, DataType.FLOAT64)
            .loss(input(Tensors.matrix(manager, rows(6)), classifier(DataType.FLOAT64), 4));

    assertThat(out.terms())
        .extracting(LossTerm::name)
        .containsExactly("mixed cross-entropy", "focal contrastive");
    assertThat(Transfer.toDouble(out.loss()))
        .isCloseTo(out.terms().get(0).value() + 0.5 * out.terms().get(1).value(), within(1e-12));
  }

  @Test
  void etaZeroLeavesTheMixedCrossEntropy() {
    var spec = new MethodSpec.CoreTuning(0, 1, 0.07, 0.8, 1, 3);
    StepOutcome out =
        method(spec, DataType.FLOAT32)
            .loss(
                input(
                    Tensors.matrix(manager, rows(6), DataType.FLOAT32),
                    classifier(DataType.FLOAT32),
                    4));

    assertThat(out.loss().getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(Transfer.toDouble(out.loss())).isEqualTo(out.terms().getFirst().value());
  }

  @Test
  void pairsSpeakOfSamplesAndReplayFromTheSeed() {
    NDArray features = Tensors.matrix(manager, rows(6));
    List<HardPair> pairs =
        method(SPEC, DataType.FLOAT64)
            .loss(input(features, classifier(DataType.FLOAT64), 4))
            .pairs();

    double[] cosines = naiveCosines(rows(6));
    RandomGenerator random = new Random(4);
    Mining mining = Mining.of(cosines, LABELS, random).orElseThrow();
    MixingFactors factors = MixingFactors.draw(6, SPEC.alpha(), SPEC.lambdaThreshold(), random);
    assertThat(pairs).hasSize(6);
    for (int i = 0; i < 6; i++) {
      HardPair pair = pairs.get(i);
      assertThat(pair.step()).isEqualTo(17);
      assertThat(pair.anchor()).isEqualTo(SAMPLES[i]);
      assertThat(pair.hardPositive()).isEqualTo(SAMPLES[mining.hardPositive()[i]]);
      assertThat(pair.hardNegative()).isEqualTo(SAMPLES[mining.hardNegative()[i]]);
      assertThat(pair.randomNegative()).isEqualTo(SAMPLES[mining.randomNegative()[i]]);
      assertThat(pair.lambdaPositive()).isEqualTo(factors.positive()[i]);
      assertThat(pair.lambdaNegative()).isEqualTo(factors.negative()[i]).isBetween(0.8, 1.0);
      assertThat(pair.cosinePositive())
          .isCloseTo(cosines[i * 6 + mining.hardPositive()[i]], within(1e-12));
      assertThat(pair.cosineNegative())
          .isCloseTo(cosines[i * 6 + mining.hardNegative()[i]], within(1e-12));
      assertThat(pair.cosineRandom())
          .isCloseTo(cosines[i * 6 + mining.randomNegative()[i]], within(1e-12));
    }
    assertThat(pairs.get(4).hardPositive()).as("alone in its class").isEqualTo(5);
  }

  private static double[] naiveCosines(double[][] rows) {
    int n = rows.length;
    var cosines = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        cosines[i * n + j] =
            dot(rows[i], rows[j]) / Math.sqrt(dot(rows[i], rows[i]) * dot(rows[j], rows[j]));
      }
    }
    return cosines;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  @Test
  void eachAnchorReportsItsFocalWeightAndItsPartOfTheLoss() {
    StepOutcome out =
        method(SPEC, DataType.FLOAT64)
            .loss(input(Tensors.matrix(manager, rows(6)), classifier(DataType.FLOAT64), 4));

    assertThat(out.weights())
        .extracting(FocalWeight::sample)
        .containsExactly(100, 107, 30, 31, 5, 42);
    assertThat(out.weights()).extracting(FocalWeight::label).containsExactly(0, 0, 1, 1, 2, 0);
    assertThat(out.weights()).allMatch(row -> row.weight() > 0 && row.weight() < 1);
    assertThat(out.weights().stream().mapToDouble(FocalWeight::loss).average().orElseThrow())
        .isCloseTo(out.terms().get(1).value(), within(1e-12));
  }

  @Test
  void logitsAreThoseOfTheOriginals() {
    NDArray features = Tensors.matrix(manager, rows(6));
    Classifier classifier = classifier(DataType.FLOAT64);

    StepOutcome out = method(SPEC, DataType.FLOAT64).loss(input(features, classifier, 4));

    assertThat(Transfer.toDoubles(out.logits()))
        .containsExactly(Transfer.toDoubles(classifier.logits(features)), within(1e-12));
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    Method method = method(SPEC, DataType.FLOAT64);
    Classifier classifier = classifier(DataType.FLOAT64);
    FiniteDifferences.check(rows(6), z -> method.loss(input(z, classifier, 4)).loss());
  }

  @Test
  void aBatchOfOneClassLearnsFromItsCrossEntropyAlone() {
    NDArray features = Tensors.matrix(manager, rows(2));
    Classifier classifier = classifier(DataType.FLOAT64);
    int[] labels = {1, 1};

    StepOutcome out =
        method(SPEC, DataType.FLOAT64)
            .loss(
                new StepInput(
                    Pass.ofFeatures(features),
                    labels,
                    new int[] {8, 9},
                    classifier,
                    new Random(1),
                    1));

    double expected = Transfer.toDouble(CrossEntropy.ofLabels(classifier.logits(features), labels));
    assertThat(Transfer.toDouble(out.loss())).isEqualTo(expected);
    assertThat(out.terms())
        .containsExactly(
            new LossTerm("mixed cross-entropy", expected), new LossTerm("focal contrastive", 0));
    assertThat(out.pairs()).isEmpty();
    assertThat(out.weights()).isEmpty();
  }

  @Test
  void oneSeedGivesOneLossAndOneGradientBitForBit() {
    Method method = method(SPEC, DataType.FLOAT32);
    Classifier classifier = classifier(DataType.FLOAT32);
    var gradients = new ArrayList<double[]>();
    for (int round = 0; round < 5; round++) {
      NDArray features = Tensors.matrix(manager, rows(6), DataType.FLOAT32);
      gradients.add(
          Tensors.gradient(features, () -> method.loss(input(features, classifier, 4)).loss()));
    }
    assertThat(gradients).allSatisfy(each -> assertThat(each).isEqualTo(gradients.getFirst()));
  }

  @Test
  void weightsKeepNothingOfAStep() {
    for (boolean core : List.of(true, false)) {
      try (NDManager weights = manager.newSubManager()) {
        Method method =
            core
                ? new CoreTuning(SPEC, D, CLASSES, weights, DataType.FLOAT32, new Random(1))
                : new CeTuning();
        var classifier = new Classifier(D, CLASSES, true, weights, DataType.FLOAT32, new Random(2));
        int before = weights.getManagedArrays().size();
        weights.cap();
        for (int round = 0; round < 50; round++) {
          try (NDManager step = weights.newSubManager()) {
            NDArray features = Tensors.matrix(step, rows(6), DataType.FLOAT32);
            features.setRequiresGradient(true);
            Autograd.backward(
                Autograd.recording(() -> method.loss(input(features, classifier, 4)).loss()));
          }
          assertThat(weights.getManagedArrays()).hasSize(before);
        }
      }
    }
  }

  @Test
  void aStepKeepsTheSameNumberOfArraysEachTime() {
    Method method = method(SPEC, DataType.FLOAT32);
    Classifier classifier = classifier(DataType.FLOAT32);
    var counts = new ArrayList<Integer>();
    for (int round = 0; round < 50; round++) {
      try (NDManager step = manager.newSubManager()) {
        NDArray features = Tensors.matrix(step, rows(6), DataType.FLOAT32);
        Autograd.recording(() -> method.loss(input(features, classifier, 4)).loss());
        counts.add(step.getManagedArrays().size());
      }
    }
    assertThat(counts).containsOnly(counts.getFirst());
  }

  @Test
  void labelsAndSamplesMustFitTheFeatures() {
    NDArray features = Tensors.matrix(manager, rows(6));
    Classifier classifier = classifier(DataType.FLOAT64);
    assertThatThrownBy(() ->
            new StepInput(
                Pass.ofFeatures(features), new int[5], SAMPLES, classifier, new Random(1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a batch of 6 features needs as many labels and samples, got 5 and 6");
  }
}
