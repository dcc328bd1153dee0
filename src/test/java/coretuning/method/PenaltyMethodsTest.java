package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.backbone.Classifier;
import coretuning.backbone.ResNet;
import coretuning.result.LossTerm;
import coretuning.spec.Architecture;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// L2-SP and DELTA on a real network that has moved away from its start.
class PenaltyMethodsTest {
  private static final int[] LABELS = {0, 1};
  private static final Shape SHAPE = new Shape(2, 3, 8, 8);

  private final NDManager manager = Tensors.newManager();
  private final ResNet backbone =
      new ResNet(Architecture.RESNET8_MINI, manager, DataType.FLOAT64, new Random(1));
  private final Classifier classifier =
      new Classifier(backbone.featureSize(), 2, true, manager, DataType.FLOAT64, new Random(2));
  private final Foundation foundation =
      new Foundation(backbone, classifier, manager, DataType.FLOAT64, new Random(3));
  private final NDArray images =
      Transfer.toDevice(
          manager, new Random(4).doubles(SHAPE.size()).toArray(), SHAPE, DataType.FLOAT64);

  @AfterEach
  void close() {
    manager.close();
  }

  private StepOutcome loss(Method method) {
    List<NDArray> maps = backbone.stageMaps(images, true);
    var pass = new Pass(List.of(images), maps, ResNet.pool(maps.getLast()));
    return method.loss(new StepInput(pass, LABELS, LABELS, classifier, new Random(1), 1));
  }

  private void scale(String name, double factor) {
    NDArray weight = backbone.parameters().get(name);
    Autograd.withoutRecording(() -> weight.muli(Transfer.scalarLike(weight, factor)));
  }

  private static double squares(NDArray... arrays) {
    double sum = 0;
    for (NDArray each : arrays) {
      for (double value : Transfer.toDoubles(each)) {
        sum += value * value;
      }
    }
    return sum;
  }

  private double headSquares() {
    return squares(
        classifier.parameters().get("fc.weight"), classifier.parameters().get("fc.bias"));
  }

  @Test
  void startPointsPenaltyIsTheDistanceFromThePretrainedWeights() {
    double before = squares(backbone.parameters().get("layer2.0.conv1.weight"));
    Method method = new L2Sp(new MethodSpec.L2Sp(0.1, 0.2), foundation);
    assertThat(loss(method).terms().get(1).value()).isZero();

    scale("layer2.0.conv1.weight", 3);
    StepOutcome out = loss(method);

    // (3 w - w)^2 / 2
    assertThat(out.terms())
        .extracting(LossTerm::name)
        .containsExactly("cross-entropy", "distance from start", "head norm");
    assertThat(out.terms().get(1).value()).isCloseTo(2 * before, within(1e-9));
    assertThat(out.terms().get(2).value()).isCloseTo(headSquares() / 2, within(1e-9));
    assertThat(Transfer.toDouble(out.loss()))
        .isCloseTo(
            out.terms().getFirst().value() + 0.2 * before + 0.1 * headSquares(), within(1e-9));
    assertThat(method.decaysWeights()).isFalse();
  }

  @Test
  void itsGradientPullsBackToTheStart() {
    NDArray weight = backbone.parameters().get("layer2.0.conv1.weight");
    double[] start = Transfer.toDoubles(weight);
    Method method = new L2Sp(new MethodSpec.L2Sp(0.1, 0), foundation);
    scale("layer2.0.conv1.weight", 3);

    double[] slopes = Tensors.gradient(weight, () -> loss(method).addends().get(1).weighted());

    for (int i = 0; i < slopes.length; i++) {
      assertThat(slopes[i]).isCloseTo(0.1 * 2 * start[i], within(1e-12));
    }
  }

  @Test
  void deltaComparesWithTheMapsOfThePretrainedNetworkInEvaluationMode() {
    ResNet start = backbone.copy(manager);
    Method method = new Delta(new MethodSpec.Delta(0.1, 0.2, false, 1, 1), foundation);
    scale("layer1.0.conv1.weight", -1);
    double expected = 0;
    List<NDArray> now = backbone.stageMaps(images, true);
    List<NDArray> then = start.stageMaps(images, false);
    for (int stage = 0; stage < 3; stage++) {
      expected += squares(now.get(stage).sub(then.get(stage))) / 2;
    }

    StepOutcome out = loss(method);

    assertThat(out.terms())
        .extracting(LossTerm::name)
        .containsExactly("cross-entropy", "map distance", "head norm");
    assertThat(out.terms().get(1).value()).isCloseTo(expected, within(1e-8)).isPositive();
    assertThat(out.terms().get(2).value()).isCloseTo(headSquares() / 2, within(1e-9));
    assertThat(method.memory().names()).isEmpty();
    assertThat(method.decaysWeights()).isFalse();
  }

  @Test
  void attentionIsMeasuredBeforeTrainingAndRemembered() {
    Method method = new Delta(new MethodSpec.Delta(0.1, 0.2, true, 2, 1), foundation);
    assertThat(method.memory().names())
        .containsExactly("attention.layer1", "attention.layer2", "attention.layer3");

    method.beforeTraining((epoch, most, viewer) -> viewer.see(images, LABELS));

    NDArray attention = method.memory().get("attention.layer2");
    assertThat(Transfer.toDoubles(attention)).hasSize(64);
    assertThat(Transfer.toDouble(attention.sum())).isCloseTo(1, within(1e-12));
    scale("layer1.0.conv1.weight", -1);
    assertThat(loss(method).terms().get(1).value()).isPositive();
  }
}
