package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.objective.ContrastSets;
import coretuning.objective.Cosine;
import coretuning.objective.CrossEntropy;
import coretuning.objective.FocalContrastive;
import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.objective.PairMixing;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Transfer;
import coretuning.testing.GoldenCase;
import coretuning.testing.Tensors;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every number of the golden cases, in both dtypes.
class CoreTuningGoldenTest {
  private final NDManager manager = Tensors.newManager();

  static Stream<Arguments> cases() {
    return GoldenCase.all().stream()
        .flatMap(golden ->
            Stream.of(DataType.FLOAT64, DataType.FLOAT32).map(type -> Arguments.of(golden, type)));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void miningFindsTheGoldenPairs(GoldenCase golden, DataType type) {
    NDArray units = Cosine.unitRows(features(golden, type));
    double[] cosines = Transfer.toDoubles(Cosine.similarities(units, units));

    Mining mined = Mining.of(cosines, golden.labels(), new Random(1)).orElseThrow();

    assertThat(mined.hardPositive()).isEqualTo(golden.expected().hardPositive());
    assertThat(mined.hardNegative()).isEqualTo(golden.expected().hardNegative());
    for (int i = 0; i < mined.size(); i++) {
      int drawn = golden.randomNegative()[i];
      assertThat(golden.labels()[drawn]).isNotEqualTo(golden.labels()[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void mixingMakesTheGoldenVectorsAndLabels(GoldenCase golden, DataType type) {
    PairMixing mixed =
        PairMixing.of(
            features(golden, type), targets(golden, type), mining(golden), factors(golden));

    var expected = golden.expected();
    assertClose("z+", mixed.positives(), expected.zPlus(), type);
    assertClose("Y+", mixed.positiveTargets(), expected.yPlus(), type);
    assertClose("z-", mixed.negatives(), expected.zMinus(), type);
    assertClose("Y-", mixed.negativeTargets(), expected.yMinus(), type);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void projectionsAreTheGoldenOnes(GoldenCase golden, DataType type) {
    CoreTuning method = method(golden, golden.gamma(), type);
    PairMixing mixed =
        PairMixing.of(
            features(golden, type), targets(golden, type), mining(golden), factors(golden));

    var expected = golden.expected();
    assertClose("v", method.contrastive(features(golden, type)), expected.v(), type);
    assertClose("v+", method.contrastive(mixed.positives()), expected.vPlus(), type);
    assertClose("v-", method.contrastive(mixed.negatives()), expected.vMinus(), type);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossTermsAreTheGoldenOnes(GoldenCase golden, DataType type) {
    var objective = objective(golden, golden.gamma(), features(golden, type), type);

    var expected = golden.expected();
    assertClose(
        "mixed cross-entropy", objective.addends().getFirst().value(), expected.mixedCe(), type);
    assertClose("focal", objective.focal().orElseThrow().loss(), expected.focalContrastive(), type);
    assertClose("total", Addend.sum(objective.addends()), expected.total(), type);
    assertThat(objective.logits().getShape().getShape())
        .containsExactly(golden.labels().length, golden.classes());
    double mean =
        Arrays.stream(Transfer.toDoubles(objective.focal().orElseThrow().anchorLosses()))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(expected.focalContrastive(), within(tolerance(type, mean)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void exponentZeroGivesTheGoldenSupervisedContrastiveLoss(GoldenCase golden, DataType type) {
    var withPairs = objective(golden, 0, features(golden, type), type).focal().orElseThrow();
    NDArray v = method(golden, 0, type).contrastive(features(golden, type));
    var originalsOnly =
        FocalContrastive.of(
            Cosine.similarities(v, v),
            ContrastSets.ofLabels(manager, golden.labels(), type),
            golden.temperature(),
            0);

    var expected = golden.expected();
    assertClose("with pairs", withPairs.loss(), expected.supconWithPairs(), type);
    assertClose("originals only", originalsOnly.loss(), expected.supconOriginalsOnly(), type);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void meanFocalWeightsAreTheGoldenOnes(GoldenCase golden, DataType type) {
    var focal =
        objective(golden, golden.gamma(), features(golden, type), type).focal().orElseThrow();
    double[] expected =
        Arrays.stream(golden.expected().focalWeights())
            .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
            .toArray();

    assertClose("weights", focal.anchorWeights(), expected, type);
  }

  /// One positive at a time, its mean weight is its weight.
  @ParameterizedTest
  @MethodSource("cases")
  void eachFocalWeightIsTheGoldenOne(GoldenCase golden, DataType type) {
    CoreTuning method = method(golden, golden.gamma(), type);
    NDArray z = features(golden, type);
    PairMixing mixed = PairMixing.of(z, targets(golden, type), mining(golden), factors(golden));
    NDArray v = method.contrastive(z);
    NDArray similarities =
        Cosine.similarities(v, v)
            .concat(Cosine.rowwise(v, method.contrastive(mixed.positives())), 1)
            .concat(Cosine.rowwise(v, method.contrastive(mixed.negatives())), 1);
    ContrastSets sets = ContrastSets.withOwnPairs(manager, golden.labels(), type);
    int n = golden.labels().length;
    var met = new int[n];
    for (int column = 0; column <= n; column++) {
      var only = new double[n][n + 2];
      for (double[] row : only) {
        row[column] = 1;
      }
      NDArray positives = sets.positives().mul(Tensors.matrix(manager, only, type));
      double[] weights =
          Transfer.toDoubles(
              FocalContrastive.of(
                      similarities,
                      new ContrastSets(positives, sets.candidates()),
                      golden.temperature(),
                      golden.gamma())
                  .anchorWeights());
      double[] isPositive = Transfer.toDoubles(positives.sum(new int[] {1}));
      for (int i = 0; i < n; i++) {
        if (isPositive[i] == 1) {
          double expected = golden.expected().focalWeights()[i][met[i]++];
          assertThat(weights[i]).isCloseTo(expected, within(tolerance(type, 1)));
        }
      }
    }
    assertThat(met)
        .isEqualTo(
            Arrays.stream(golden.expected().focalWeights()).mapToInt(row -> row.length).toArray());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAreTheGoldenOnes(GoldenCase golden, DataType type) {
    NDArray z = features(golden, type);
    z.setRequiresGradient(true);
    CoreTuning method = method(golden, golden.gamma(), type);
    Classifier classifier = classifier(golden, type);

    Autograd.backward(
        Autograd.recording(() ->
            Addend.sum(
                method
                    .objective(z, golden.labels(), classifier, mining(golden), factors(golden))
                    .addends())));

    var expected = golden.expected();
    assertClose("features", Autograd.gradient(z), expected.gradFeatures(), type);
    assertClose("w1", gradient(method, "0.weight"), expected.gradW1(), type);
    assertClose("b1", gradient(method, "0.bias"), expected.gradB1(), type);
    assertClose("w2", gradient(method, "2.weight"), expected.gradW2(), type);
    assertClose("b2", gradient(method, "2.bias"), expected.gradB2(), type);
    assertClose(
        "classifier",
        Autograd.gradient(classifier.parameters().get("fc.weight")),
        expected.gradClassifier(),
        type);
  }

  private static NDArray gradient(CoreTuning method, String name) {
    return Autograd.gradient(method.heads().get("projection." + name));
  }

  private NDArray features(GoldenCase golden, DataType type) {
    return Tensors.matrix(manager, golden.features(), type);
  }

  private NDArray targets(GoldenCase golden, DataType type) {
    return CrossEntropy.oneHot(manager, golden.labels(), golden.classes(), type);
  }

  private static Mining mining(GoldenCase golden) {
    return new Mining(
        golden.expected().hardPositive(),
        golden.expected().hardNegative(),
        golden.randomNegative());
  }

  private static MixingFactors factors(GoldenCase golden) {
    return new MixingFactors(golden.lambdaPositive(), golden.lambdaNegative());
  }

  private CoreTuning.Objective objective(
      GoldenCase golden, double exponent, NDArray z, DataType type) {
    return method(golden, exponent, type)
        .objective(z, golden.labels(), classifier(golden, type), mining(golden), factors(golden));
  }

  private CoreTuning method(GoldenCase golden, double exponent, DataType type) {
    var head = golden.projection();
    var spec =
        new MethodSpec.CoreTuning(
            golden.eta(), 1, golden.temperature(), 0.8, exponent, head.w2().length);
    int size = golden.features()[0].length;
    var method = new CoreTuning(spec, size, golden.classes(), manager, type, new Random(1));
    set(method.heads().get("projection.0.weight"), Tensors.flat(head.w1()));
    set(method.heads().get("projection.0.bias"), head.b1());
    set(method.heads().get("projection.2.weight"), Tensors.flat(head.w2()));
    set(method.heads().get("projection.2.bias"), head.b2());
    return method;
  }

  private Classifier classifier(GoldenCase golden, DataType type) {
    int size = golden.features()[0].length;
    var classifier = new Classifier(size, golden.classes(), false, manager, type, new Random(1));
    set(classifier.parameters().get("fc.weight"), Tensors.flat(golden.classifier()));
    return classifier;
  }

  private static void set(NDArray array, double[] values) {
    if (array.getDataType() == DataType.FLOAT64) {
      array.set(DoubleBuffer.wrap(values));
      return;
    }
    var narrowed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrowed[i] = (float) values[i];
    }
    array.set(FloatBuffer.wrap(narrowed));
  }

  private static void assertClose(String what, NDArray actual, double[][] expected, DataType type) {
    assertThat(actual.getShape().getShape()).containsExactly(expected.length, expected[0].length);
    assertClose(what, actual, Tensors.flat(expected), type);
  }

  private static void assertClose(String what, NDArray actual, double expected, DataType type) {
    assertClose(what, actual, new double[] {expected}, type);
  }

  private static void assertClose(String what, NDArray actual, double[] expected, DataType type) {
    assertThat(actual.getDataType()).isEqualTo(type);
    double[] values = Transfer.toDoubles(actual);
    assertThat(values).as(what).hasSameSizeAs(expected);
    double greatest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < expected.length; i++) {
      assertThat(values[i])
          .as("%s, value %d", what, i)
          .isCloseTo(expected[i], within(tolerance(type, greatest)));
    }
  }

  private static double tolerance(DataType type, double scale) {
    return type == DataType.FLOAT64 ? 1e-9 : 1e-4 * Math.abs(scale);
  }
}
