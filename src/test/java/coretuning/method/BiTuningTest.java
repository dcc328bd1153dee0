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
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BiTuningTest {
  private static final int CLASSES = 3;
  private static final int K = 2;
  private static final int P = 4;
  private static final double T = 0.5;
  private static final double MOMENTUM = 0.75;
  private static final int[] LABELS = {0, 2, 1, 2};

  private final NDManager manager = Tensors.newManager();
  private final ResNet backbone =
      new ResNet(Architecture.RESNET8_MINI, manager, DataType.FLOAT64, new Random(1));
  private final int d = backbone.featureSize();
  private final Classifier classifier =
      new Classifier(d, CLASSES, true, manager, DataType.FLOAT64, new Random(2));
  private final BiTuning method =
      new BiTuning(
          new MethodSpec.BiTuning(0.5, T, K, MOMENTUM, P),
          new Foundation(backbone, classifier, manager, DataType.FLOAT64, new Random(3)));
  private final double[][] rows = Tensors.normalRows(LABELS.length, d, new Random(4));
  private final double[][] keyRows = Tensors.normalRows(LABELS.length, d, new Random(5));

  @AfterEach
  void close() {
    manager.close();
  }

  private double[][] matrix(NDArray array) {
    int columns = Math.toIntExact(array.getShape().get(1));
    double[] values = Transfer.toDoubles(array);
    var matrix = new double[values.length / columns][columns];
    for (int i = 0; i < values.length; i++) {
      matrix[i / columns][i % columns] = values[i];
    }
    return matrix;
  }

  private static double[] unit(double[] row) {
    double length = Math.sqrt(dot(row, row));
    var unit = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      unit[i] = row[i] / length;
    }
    return unit;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] extended(double[] feature, double last) {
    var row = new double[feature.length + 1];
    System.arraycopy(feature, 0, row, 0, feature.length);
    row[feature.length] = last;
    return unit(row);
  }

  private double[] projected(double[] feature) {
    double[][] weight = matrix(method.heads().get("projection.weight"));
    double[] bias = Transfer.toDoubles(method.heads().get("projection.bias"));
    var row = new double[P];
    for (int p = 0; p < P; p++) {
      row[p] = dot(weight[p], feature) + bias[p];
    }
    return unit(row);
  }

  /// KL of the uniform distribution over own key and keys of the class, from the softmax.
  private static double divergence(double[] query, double own, double[][] queue, int label) {
    double sum = Math.exp(own / T);
    for (double[] each : queue) {
      sum += Math.exp(dot(query, each) / T);
    }
    double loss = Math.log(1.0 / (K + 1) / (Math.exp(own / T) / sum)) / (K + 1);
    for (int k = label * K; k < (label + 1) * K; k++) {
      loss += Math.log(1.0 / (K + 1) / (Math.exp(dot(query, queue[k]) / T) / sum)) / (K + 1);
    }
    return loss;
  }

  private StepOutcome objective(NDArray features) {
    NDArray keys = Tensors.matrix(features.getManager(), keyRows);
    return method.objective(
        features, Autograd.withoutRecording(() -> method.keys(keys, LABELS)), classifier);
  }

  @Test
  void bothContrastsFollowTheirFormulas() {
    Parameters memory = method.memory();
    double[][] queuedFeatures = matrix(memory.get("queue.features"));
    double[][] queuedProjections = matrix(memory.get("queue.projections"));
    double[][] weights = matrix(classifier.parameters().get("fc.weight"));
    double[] biases = Transfer.toDoubles(classifier.parameters().get("fc.bias"));
    double ofClassifier = 0;
    double ofProjections = 0;
    for (int i = 0; i < LABELS.length; i++) {
      int y = LABELS[i];
      double[] w = extended(weights[y], biases[y]);
      ofClassifier += divergence(w, dot(extended(rows[i], 1), w), queuedFeatures, y) / 4;
      double[] z = projected(rows[i]);
      ofProjections += divergence(z, dot(z, projected(keyRows[i])), queuedProjections, y) / 4;
    }

    StepOutcome out = objective(Tensors.matrix(manager, rows));

    List<LossTerm> terms = out.terms();
    assertThat(terms)
        .extracting(LossTerm::name)
        .containsExactly("cross-entropy", "classifier contrast", "projection contrast");
    assertThat(terms.get(1).value()).isCloseTo(ofClassifier, within(1e-10));
    assertThat(terms.get(2).value()).isCloseTo(ofProjections, within(1e-10));
    assertThat(Transfer.toDouble(out.loss()))
        .isCloseTo(
            terms.getFirst().value() + 0.5 * ofClassifier + 0.5 * ofProjections, within(1e-10));
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    FiniteDifferences.check(rows, features -> objective(features).loss());
  }

  @Test
  void theClassifierLearnsFromTheCrossEntropyAlone() {
    NDArray weight = classifier.parameters().get("fc.weight");
    NDArray features = Tensors.matrix(manager, rows);
    features.setRequiresGradient(true);
    double[] slopes =
        Tensors.gradient(weight, () -> objective(features).addends().get(1).weighted());
    assertThat(slopes).containsOnly(0);
  }

  @Test
  void theNewestKeysOfEachClassAreKept() {
    double[][] before = matrix(method.memory().get("queue.features"));
    step(1);
    double[][] after = matrix(method.memory().get("queue.features"));
    // One key each of classes 0 and 1, two of class 2: the first and third row of six, and the
    // last two.
    assertThat(after[1]).containsExactly(before[1]);
    assertThat(after[3]).containsExactly(before[3]);
    for (int row : new int[] {0, 2, 4, 5}) {
      assertThat(after[row]).isNotEqualTo(before[row]);
      assertThat(dot(after[row], after[row])).isCloseTo(1, within(1e-12));
    }
    assertThat(method.memory().get("queue.pointers").toLongArray()).containsExactly(1, 1, 0);
    step(2);
    double[][] later = matrix(method.memory().get("queue.features"));
    assertThat(later[0]).containsExactly(after[0]);
    assertThat(later[1]).isNotEqualTo(after[1]);
  }

  private void step(int seed) {
    try (NDManager scratch = manager.newSubManager()) {
      var shape = new Shape(LABELS.length, 3, 8, 8);
      double[] values = new Random(seed).doubles(shape.size()).toArray();
      NDArray images = Transfer.toDevice(scratch, values, shape, DataType.FLOAT64);
      NDArray features = backbone.features(images, true);
      var pass = new Pass(List.of(images, images), List.of(), features);
      method.loss(new StepInput(pass, LABELS, LABELS, classifier, new Random(1), seed));
      method.afterBackward();
    }
  }

  @Test
  void theKeyEncoderFollowsSlowly() {
    NDArray query = backbone.parameters().get("conv1.weight");
    NDArray key = method.memory().get("key.conv1.weight");
    double[] start = Transfer.toDoubles(key);
    assertThat(start).containsExactly(Transfer.toDoubles(query));
    Autograd.withoutRecording(() -> query.muli(Transfer.scalarLike(query, 3)));

    step(1);

    // 0.75 w + 0.25 * 3 w
    double[] moved = Transfer.toDoubles(key);
    for (int i = 0; i < moved.length; i++) {
      assertThat(moved[i]).isCloseTo(1.5 * start[i], within(1e-12));
    }
  }

  @Test
  void twoViewsAreAskedFor() {
    assertThat(method.views()).isEqualTo(2);
    assertThat(method.decaysWeights()).isTrue();
  }
}
