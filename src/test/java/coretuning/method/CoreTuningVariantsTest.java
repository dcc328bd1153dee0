package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.objective.CrossEntropy;
import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.objective.ReleasedMining;
import coretuning.result.HardPair;
import coretuning.result.LossTerm;
import coretuning.spec.CoreTuningParts;
import coretuning.spec.CoreTuningReading;
import coretuning.spec.CoreTuningVariants;
import coretuning.spec.MethodSpec;
import coretuning.spec.Settings;
import coretuning.spec.Variant;
import coretuning.tensor.Autograd;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every switch and part of Core-tuning against plain loops, and what holds of each.
class CoreTuningVariantsTest {
  private static final MethodSpec.CoreTuning PAPER =
      new MethodSpec.CoreTuning(0.5, 1, 0.2, 0.8, 1.5, 3);
  private static final int D = 4;
  private static final int CLASSES = 3;
  // Several anchors of each ordered pair of classes, so that clipped z- share labels.
  private static final int[] LABELS = {0, 1, 0, 1, 1, 0, 2, 0, 1};
  private static final int N = LABELS.length;
  private static final long SEED = 4;

  private final NDManager manager = Tensors.newManager();

  static Stream<Variant> variants() {
    MethodSpec.CoreTuning released = PAPER.with(CoreTuningReading.released());
    return Stream.of(
            CoreTuningVariants.components(PAPER).stream().skip(1),
            CoreTuningVariants.withoutEach(PAPER).stream(),
            CoreTuningVariants.walk(PAPER).stream().skip(1),
            CoreTuningVariants.alone(PAPER).stream().skip(2),
            CoreTuningVariants.withoutEach(released).stream().map(CoreTuningVariantsTest::read))
        .flatMap(each -> each);
  }

  private static Variant read(Variant variant) {
    return new Variant("released, " + variant.title(), variant.method());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private CoreTuning method(MethodSpec.CoreTuning spec) {
    return new CoreTuning(spec, D, CLASSES, manager, DataType.FLOAT64, new Random(1));
  }

  private Classifier classifier() {
    return new Classifier(D, CLASSES, false, manager, DataType.FLOAT64, new Random(2));
  }

  /// Non-negative, as pooled features are.
  private static double[][] rows() {
    double[][] rows = Tensors.normalRows(N, D, new Random(3));
    for (double[] row : rows) {
      Arrays.setAll(row, d -> Math.abs(row[d]));
    }
    return rows;
  }

  private static StepInput input(NDArray z, int[] labels, Classifier classifier) {
    int[] samples = Arrays.stream(labels).map(label -> 100 + label).toArray();
    Arrays.setAll(samples, i -> 100 + i);
    return new StepInput(Pass.ofFeatures(z), labels, samples, classifier, new Random(SEED), 17);
  }

  private static NaiveCoreTuning naive(
      MethodSpec.CoreTuning spec, CoreTuning method, Classifier classifier) {
    var random = new Random(SEED);
    var reading = new CoreReading(spec.reading());
    Mining mining = reading.mine(cosines(rows()), LABELS, random).orElseThrow();
    MixingFactors factors = reading.factors(N, spec.alpha(), spec.lambdaThreshold(), random);
    Parameters heads = method.heads();
    boolean projects = !heads.names().isEmpty();
    var weights =
        new NaiveCoreTuning.Weights(
            projects ? matrix(heads.get("projection.0.weight")) : new double[0][],
            projects ? Transfer.toDoubles(heads.get("projection.0.bias")) : new double[0],
            projects ? matrix(heads.get("projection.2.weight")) : new double[0][],
            projects ? Transfer.toDoubles(heads.get("projection.2.bias")) : new double[0],
            matrix(classifier.parameters().get("fc.weight")));
    return new NaiveCoreTuning(spec, LABELS, weights, mining, factors);
  }

  private static double[][] matrix(NDArray array) {
    double[] values = Transfer.toDoubles(array);
    int columns = (int) array.getShape().get(1);
    var rows = new double[values.length / columns][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns));
    return rows;
  }

  private static double[] cosines(double[][] rows) {
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

  @ParameterizedTest
  @MethodSource("variants")
  void theLossIsThatOfPlainLoops(Variant variant) {
    var spec = (MethodSpec.CoreTuning) variant.method();
    CoreTuning method = method(spec);
    Classifier classifier = classifier();

    StepOutcome out = method.loss(input(Tensors.matrix(manager, rows()), LABELS, classifier));

    assertThat(Transfer.toDouble(out.loss()))
        .isCloseTo(naive(spec, method, classifier).loss(rows(), rows()), within(1e-12));
    assertThat(out.pairs()).hasSize(spec.parts().hasPairs() ? N : 0);
    assertThat(out.weights()).hasSize(spec.parts().contrastiveTerm() ? N : 0);
    assertThat(Transfer.toDoubles(out.logits()))
        .containsExactly(
            Transfer.toDoubles(classifier.logits(Tensors.matrix(manager, rows()))), within(1e-12));
  }

  /// Central differences of the plain loops, in which detached features and weights stay put.
  @ParameterizedTest
  @MethodSource("variants")
  void theGradientIsTheSlopeOfPlainLoops(Variant variant) {
    var spec = (MethodSpec.CoreTuning) variant.method();
    CoreTuning method = method(spec);
    Classifier classifier = classifier();
    NaiveCoreTuning naive = naive(spec, method, classifier);
    NDArray z = Tensors.matrix(manager, rows());

    double[] gradient = Tensors.gradient(z, () -> method.loss(input(z, LABELS, classifier)).loss());

    double step = 1e-5;
    for (int at = 0; at < N * D; at++) {
      double[][] more = rows();
      double[][] less = rows();
      more[at / D][at % D] += step;
      less[at / D][at % D] -= step;
      double slope = (naive.loss(more, rows()) - naive.loss(less, rows())) / (2 * step);
      assertThat(gradient[at])
          .as("derivative with respect to value %d", at)
          .isCloseTo(slope, within(1e-7 * Math.max(1, Math.abs(slope))));
    }
  }

  @Test
  void everySwitchButTheScopeAndEveryPartChangesTheLoss() {
    List<Double> losses =
        Stream.concat(
                CoreTuningVariants.alone(PAPER).stream()
                    .filter(each -> !each.title().contains("update")),
                CoreTuningVariants.withoutEach(PAPER).stream().skip(1))
            .filter(each -> !each.title().contains("detached"))
            .map(each -> lossOf((MethodSpec.CoreTuning) each.method()))
            .toList();

    assertThat(losses).doesNotHaveDuplicates().hasSize(13);
  }

  private double lossOf(MethodSpec.CoreTuning spec) {
    return Transfer.toDouble(
        method(spec).loss(input(Tensors.matrix(manager, rows()), LABELS, classifier())).loss());
  }

  /// The rows of a batch in another order, with their partners.
  @Test
  void theOrderOfTheBatchMattersToTheReleasedCodeOnly() {
    int[] order = {3, 7, 0, 8, 1, 4, 2, 6, 5};

    assertThat(inOrder(PAPER, order)).isCloseTo(inOrder(PAPER, identity()), within(1e-12));
    MethodSpec.CoreTuning released = PAPER.with(CoreTuningReading.released());
    assertThat(Math.abs(inOrder(released, order) - inOrder(released, identity())))
        .isGreaterThan(1e-3);
  }

  private static int[] identity() {
    return new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8};
  }

  private double inOrder(MethodSpec.CoreTuning spec, int[] order) {
    int[] partner = {1, 0, 3, 5, 2, 6, 4, 8, 7};
    MixingFactors drawn = MixingFactors.draw(N, 1, 0.8, new Random(SEED));
    var factors = new MixingFactors(new double[N], new double[N]);
    var rows = new double[N][];
    var labels = new int[N];
    var partners = new int[N];
    var place = new int[N];
    for (int i = 0; i < N; i++) {
      place[order[i]] = i;
    }
    for (int i = 0; i < N; i++) {
      rows[i] = rows()[order[i]];
      labels[i] = LABELS[order[i]];
      partners[i] = place[partner[order[i]]];
      factors.positive()[i] = drawn.positive()[order[i]];
      factors.negative()[i] = drawn.negative()[order[i]];
    }
    Mining mined =
        new CoreReading(spec.reading()).mine(cosines(rows), labels, new Random(SEED)).orElseThrow();
    var mining = new Mining(mined.hardPositive(), mined.hardNegative(), partners);
    return Transfer.toDouble(
        Addend.sum(
            method(spec)
                .objective(Tensors.matrix(manager, rows), labels, classifier(), mining, factors)
                .addends()));
  }

  @Test
  void withDetachedOriginalsRowsThatNobodyMixesTeachTheBackboneNothing() {
    var mining = new Mining(filled(1), filled(6), filled(1));
    var factors = new MixingFactors(new double[N], new double[N]);
    Arrays.fill(factors.positive(), 0.5);
    Arrays.fill(factors.negative(), 1);
    NDArray z = Tensors.matrix(manager, rows());

    double[] gradient =
        Tensors.gradient(
            z,
            () ->
                Addend.sum(
                    method(PAPER.with(CoreTuningReading.released()))
                        .objective(z, LABELS, classifier(), mining, factors)
                        .addends()));

    for (int i = 0; i < N; i++) {
      double[] row = Arrays.copyOfRange(gradient, i * D, (i + 1) * D);
      assertThat(Arrays.stream(row).anyMatch(value -> value != 0)).isEqualTo(i == 1 || i == 6);
    }
  }

  private static int[] filled(int value) {
    var rows = new int[N];
    Arrays.fill(rows, value);
    return rows;
  }

  @Test
  void inReleasedModePairsSpeakOfThePartnersReallyUsed() {
    List<HardPair> pairs =
        method(PAPER.with(CoreTuningReading.released()))
            .loss(input(Tensors.matrix(manager, rows()), LABELS, classifier()))
            .pairs();

    int[] hardPositive = ReleasedMining.hardPositives(cosines(rows()), LABELS);
    assertThat(pairs)
        .extracting(HardPair::hardPositive)
        .containsExactlyElementsOf(Arrays.stream(hardPositive).map(i -> 100 + i).boxed().toList());
    HardPair self = pairs.get(1);
    assertThat(self.hardPositive()).isEqualTo(self.anchor());
    assertThat(self.cosinePositive()).isCloseTo(1, within(1e-12));
    assertThat(pairs.stream().map(HardPair::randomNegative).distinct()).hasSize(N);
    assertThat(pairs.get(2).hardPositive()).as("of another class").isEqualTo(101);
  }

  @Test
  void theReleasedCodePairsABatchOfOneClassAndThePaperDoesNot() {
    int[] labels = {1, 1, 1};
    NDArray z = Tensors.matrix(manager, Arrays.copyOf(rows(), 3));
    Classifier classifier = classifier();

    StepOutcome released =
        method(PAPER.with(CoreTuningReading.released())).loss(input(z, labels, classifier));
    StepOutcome paper = method(PAPER).loss(input(z, labels, classifier));

    assertThat(released.pairs()).hasSize(3);
    assertThat(released.terms().get(1).value()).isPositive();
    assertThat(paper.pairs()).isEmpty();
    assertThat(paper.terms().get(1)).isEqualTo(new LossTerm("focal contrastive", 0));
  }

  @Test
  void withoutContrastiveTermThereIsNeitherHeadNorAddend() {
    var spec = PAPER.with(new CoreTuningParts(false, false, true, true, true, true), 1);
    CoreTuning method = method(spec);
    NDArray z = Tensors.matrix(manager, rows());

    assertThat(method.heads().names()).isEmpty();
    assertThat(method.loss(input(z, LABELS, classifier())).terms())
        .extracting(LossTerm::name)
        .containsExactly("mixed cross-entropy");
    NDArray ofOneClass = Tensors.matrix(manager, Arrays.copyOf(rows(), 2));
    assertThat(method.loss(input(ofOneClass, new int[] {2, 2}, classifier())).terms())
        .extracting(LossTerm::name)
        .containsExactly("mixed cross-entropy");
  }

  @Test
  void withoutMixingTheClassifierLearnsFromTheOriginals() {
    var spec = PAPER.with(new CoreTuningParts(true, false, true, true, false, false), 1);
    CoreTuning method = method(spec);
    NDArray z = Tensors.matrix(manager, rows());
    Classifier classifier = classifier();

    StepOutcome out = method.loss(input(z, LABELS, classifier));

    assertThat(method.heads().names()).as("no projection head").isEmpty();
    assertThat(out.terms().getFirst())
        .isEqualTo(
            new LossTerm(
                "cross-entropy",
                Transfer.toDouble(CrossEntropy.ofLabels(classifier.logits(z), LABELS))));
  }

  @Test
  void onlyTheScopeOfTheUpdateTakesSeveralBatchesTogether() {
    MethodSpec.CoreTuning update = Settings.with(PAPER, "mining-scope", "update");

    assertThat(method(update).batchesPerLoss(4)).isEqualTo(4);
    assertThat(method(PAPER).batchesPerLoss(4)).isEqualTo(1);
    assertThat(new CeTuning().batchesPerLoss(4)).isEqualTo(1);
    assertThat(lossOf(update)).isEqualTo(lossOf(PAPER));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aStepLeavesNothingInTheManagerOfTheWeights(Variant variant) {
    CoreTuning method = method((MethodSpec.CoreTuning) variant.method());
    Classifier classifier = classifier();
    int before = manager.getManagedArrays().size();
    for (int round = 0; round < 3; round++) {
      try (NDManager step = manager.newSubManager()) {
        NDArray z = Tensors.matrix(step, rows());
        z.setRequiresGradient(true);
        Autograd.backward(
            Autograd.recording(() -> method.loss(input(z, LABELS, classifier)).loss()));
      }
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }
}
