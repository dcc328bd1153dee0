package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.objective.Cosine;
import coretuning.objective.CrossEntropy;
import coretuning.objective.Mining;
import coretuning.objective.MixingFactors;
import coretuning.objective.PairMixing;
import coretuning.objective.ReleasedMining;
import coretuning.spec.CoreTuningParts;
import coretuning.spec.CoreTuningReading;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Transfer;
import coretuning.testing.ReleasedCase;
import coretuning.testing.Tensors;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every number of the released code's golden cases, in both dtypes.
class CoreTuningReleasedGoldenTest {
  private final NDManager manager = Tensors.newManager();

  static Stream<Arguments> cases() {
    return ReleasedCase.all().stream()
        .flatMap(golden ->
            Stream.of(DataType.FLOAT64, DataType.FLOAT32).map(type -> Arguments.of(golden, type)));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void minedPairsAreMixedToTheGoldenVectorsAndLabels(ReleasedCase golden, DataType type) {
    PairMixing mixed = mixed(golden, type);

    int n = golden.batch();
    assertClose("originals", features(golden, type), rows(golden.mixedFeatures(), 0, n), type);
    assertClose("z-", mixed.negatives(), rows(golden.mixedFeatures(), n, n), type);
    assertClose("z+", mixed.positives(), rows(golden.mixedFeatures(), 2 * n, n), type);
    assertClose("Y", targets(golden, type), rows(golden.mixedTargets(), 0, n), type);
    assertClose("Y-", mixed.negativeTargets(), rows(golden.mixedTargets(), n, n), type);
    assertClose("Y+", mixed.positiveTargets(), rows(golden.mixedTargets(), 2 * n, n), type);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void projectionsAreTheGoldenOnes(ReleasedCase golden, DataType type) {
    CoreTuning method = method(golden, type);
    PairMixing mixed = mixed(golden, type);

    int n = golden.batch();
    double[][] expected = golden.projected();
    assertClose("v", method.contrastive(features(golden, type)), rows(expected, 0, n), type);
    assertClose("v-", method.contrastive(mixed.negatives()), rows(expected, n, n), type);
    assertClose("v+", method.contrastive(mixed.positives()), rows(expected, 2 * n, n), type);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossTermsAreTheGoldenOnes(ReleasedCase golden, DataType type) {
    var objective = objective(golden, features(golden, type), type);

    assertClose("ce", objective.addends().get(0).value(), golden.ce(), type);
    assertClose("focal supcon", objective.addends().get(1).value(), golden.focalSupcon(), type);
    assertClose("total", Addend.sum(objective.addends()), golden.total(), type);
    assertThat(objective.focal().orElseThrow().anchorLosses().size())
        .isEqualTo(3L * golden.batch());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAreTheGoldenOnes(ReleasedCase golden, DataType type) {
    NDArray z = features(golden, type);
    z.setRequiresGradient(true);
    CoreTuning method = method(golden, type);
    Classifier classifier = classifier(golden, type);

    Autograd.backward(
        Autograd.recording(() ->
            Addend.sum(
                method
                    .objective(
                        z, golden.labels(), classifier, mining(golden, type), factors(golden))
                    .addends())));

    assertClose("features", Autograd.gradient(z), golden.gradFeatures(), type);
    assertClose("w1", gradient(method, "0.weight"), golden.gradW1(), type);
    assertClose("w2", gradient(method, "2.weight"), golden.gradW2(), type);
    assertClose(
        "classifier",
        Autograd.gradient(classifier.parameters().get("fc.weight")),
        golden.gradClassifier(),
        type);
  }

  private static NDArray gradient(CoreTuning method, String name) {
    return Autograd.gradient(method.heads().get("projection." + name));
  }

  private NDArray features(ReleasedCase golden, DataType type) {
    return Tensors.matrix(manager, golden.features(), type);
  }

  private NDArray targets(ReleasedCase golden, DataType type) {
    return CrossEntropy.oneHot(manager, golden.labels(), golden.classes(), type);
  }

  private PairMixing mixed(ReleasedCase golden, DataType type) {
    return PairMixing.of(
        features(golden, type), targets(golden, type), mining(golden, type), factors(golden));
  }

  /// Mined here; only the permutation is the golden one.
  private Mining mining(ReleasedCase golden, DataType type) {
    NDArray units = Cosine.unitRows(features(golden, type));
    double[] cosines = Transfer.toDoubles(Cosine.similarities(units, units));
    return new Mining(
        ReleasedMining.hardPositives(cosines, golden.labels()),
        ReleasedMining.hardNegatives(cosines, golden.labels()),
        golden.shuffle());
  }

  private static MixingFactors factors(ReleasedCase golden) {
    return new MixingFactors(golden.lambdaPositive(), golden.lambdaNegative());
  }

  private CoreTuning.Objective objective(ReleasedCase golden, NDArray z, DataType type) {
    return method(golden, type)
        .objective(
            z, golden.labels(), classifier(golden, type), mining(golden, type), factors(golden));
  }

  private CoreTuning method(ReleasedCase golden, DataType type) {
    var head = golden.projection();
    var spec =
        new MethodSpec.CoreTuning(
            golden.eta(),
            1,
            golden.temperature(),
            0.8,
            1,
            head.w2().length,
            CoreTuningReading.released(),
            CoreTuningParts.all());
    var method = new CoreTuning(spec, golden.dim(), golden.classes(), manager, type, new Random(1));
    set(method.heads().get("projection.0.weight"), Tensors.flat(head.w1()));
    set(method.heads().get("projection.0.bias"), head.b1());
    set(method.heads().get("projection.2.weight"), Tensors.flat(head.w2()));
    set(method.heads().get("projection.2.bias"), head.b2());
    return method;
  }

  private Classifier classifier(ReleasedCase golden, DataType type) {
    var classifier =
        new Classifier(golden.dim(), golden.classes(), false, manager, type, new Random(1));
    set(classifier.parameters().get("fc.weight"), Tensors.flat(golden.classifier()));
    return classifier;
  }

  private void set(NDArray array, double[] values) {
    Transfer.overwrite(
        array, Transfer.toDevice(manager, values, array.getShape(), array.getDataType()));
  }

  private static double[][] rows(double[][] all, int first, int count) {
    return Arrays.copyOfRange(all, first, first + count);
  }

  private static void assertClose(String what, NDArray actual, double expected, DataType type) {
    assertClose(what, actual, new double[][] {{expected}}, type);
  }

  private static void assertClose(String what, NDArray actual, double[][] expected, DataType type) {
    assertThat(actual.getDataType()).isEqualTo(type);
    double[] values = Transfer.toDoubles(actual);
    double[] golden = Tensors.flat(expected);
    double greatest = Arrays.stream(golden).map(Math::abs).max().orElseThrow();
    double tolerance = greatest * (type == DataType.FLOAT64 ? 2e-6 : 1e-4);
    assertThat(values).as(what).containsExactly(golden, within(tolerance));
  }
}
