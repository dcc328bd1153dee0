package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FocalContrastiveTest {
  private static final double[][] POINTS = {{3, 4, 0}, {4, 3, 0}, {0, 3, 4}, {0, 4, 3}, {1, 2, 2}};
  private static final int[] LABELS = {0, 0, 1, 1, 1};

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /// The loss of raw rows without synthetic pairs.
  private static FocalContrastive of(
      NDArray rows, int[] labels, double temperature, double exponent) {
    NDArray v = Cosine.unitRows(rows);
    return FocalContrastive.of(
        Cosine.similarities(v, v),
        ContrastSets.ofLabels(rows.getManager(), labels, rows.getDataType()),
        temperature,
        exponent);
  }

  private double loss(double[][] rows, int[] labels, double temperature, double exponent) {
    return Transfer.toDouble(
        of(Tensors.matrix(manager, rows), labels, temperature, exponent).loss());
  }

  /// Hand-size values, computed independently of this program in numpy.
  @ParameterizedTest
  @CsvSource({"0.5, 0.998627360, 0.633803851", "0.07, 0.445531020, 0.227210271"})
  void fivePointsGiveTheKnownValuesOfEquationsOneAndFive(
      double temperature, double equationOne, double equationFive) {
    assertThat(loss(POINTS, LABELS, temperature, 0)).isCloseTo(equationOne, within(1e-9));
    assertThat(loss(POINTS, LABELS, temperature, 1)).isCloseTo(equationFive, within(1e-9));
  }

  /// Likewise, of the released code's normalisation.
  @ParameterizedTest
  @CsvSource({"0.5, 0.212965538", "0.07, 0.090778417"})
  void fivePointsGiveTheKnownValuesOverAllColumns(double temperature, double expected) {
    NDArray v = Cosine.unitRows(Tensors.matrix(manager, POINTS));
    var form = new FocalContrastive.Form(temperature, 1, false, true);

    var focal =
        FocalContrastive.of(
            Cosine.similarities(v, v),
            ContrastSets.ofLabels(manager, LABELS, DataType.FLOAT64),
            form);

    assertThat(Transfer.toDouble(focal.loss())).isCloseTo(expected, within(1e-9));
  }

  /// With weights that are numbers, the slope of each similarity is that of Eq 1 with each positive
  /// weighted: dL_i/d(s_ik/tau) = (p_ik sum_{j in P} w_ij - 1[k in P] w_ik) / |P|.
  @Test
  void aDetachedWeightChangesTheSlopeButNotTheLoss() {
    int n = LABELS.length;
    double temperature = 0.5;
    double[][] s = Tensors.normalRows(n, n, new Random(22));
    NDArray similarities = Tensors.matrix(manager, s);
    ContrastSets sets = ContrastSets.ofLabels(manager, LABELS, DataType.FLOAT64);
    var detached = new FocalContrastive.Form(temperature, 2, true, false);

    double[] gradient =
        Tensors.gradient(
            similarities, () -> FocalContrastive.of(similarities, sets, detached).loss());

    for (int i = 0; i < n; i++) {
      double[] p = probabilities(s[i], i, temperature);
      var weights = new double[n];
      double positives = 0;
      for (int j = 0; j < n; j++) {
        if (j != i && LABELS[j] == LABELS[i]) {
          weights[j] = (1 - p[j]) * (1 - p[j]);
          positives++;
        }
      }
      double sum = Arrays.stream(weights).sum();
      for (int k = 0; k < n; k++) {
        double expected = (p[k] * sum - weights[k]) / positives / n / temperature;
        assertThat(gradient[i * n + k]).isCloseTo(expected, within(1e-12));
      }
    }
    assertThat(Transfer.toDouble(FocalContrastive.of(similarities, sets, detached).loss()))
        .isEqualTo(
            Transfer.toDouble(FocalContrastive.of(similarities, sets, temperature, 2).loss()));
  }

  @Test
  void fivePointsGiveTheKnownGradientOfEquationFive() {
    double[] expected = {
      -0.042327251, 0.031745438, 0.061994494, -0.006402495, 0.00853666, 0.051498203, 0.019884635,
      0.011513503, -0.008635127, 0.027413296, 0.02007626, -0.026768347, 0.084175605, 0.019758854,
      -0.061846657
    };
    NDArray rows = Tensors.matrix(manager, POINTS);

    double[] gradient = Tensors.gradient(rows, () -> of(rows, LABELS, 0.5, 1).loss());

    assertThat(gradient).containsExactly(expected, within(1e-9));
  }

  /// The closed form of the slope of each similarity: with h = p log p - (1 - p) (Eq 5) or -1 (Eq
  /// 1), dL_i/d(s_ik/tau) = (1[k in P] h_ik - p_ik sum_{j in P} h_ij) / |P|.
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void slopesOfSimilaritiesFollowTheClosedForm(double exponent) {
    var random = new Random(21);
    int n = 7;
    double temperature = 0.3;
    int[] labels = {0, 1, 2, 0, 1, 0, 1};
    double[][] s = Tensors.normalRows(n, n, random);
    NDArray similarities = Tensors.matrix(manager, s);
    ContrastSets sets = ContrastSets.ofLabels(manager, labels, DataType.FLOAT64);

    double[] gradient =
        Tensors.gradient(
            similarities,
            () -> FocalContrastive.of(similarities, sets, temperature, exponent).loss());

    long anchors = 6; // the one of class 2 has no positive
    for (int i = 0; i < n; i++) {
      double[] p = probabilities(s[i], i, temperature);
      double positives = 0;
      double sum = 0;
      for (int j = 0; j < n; j++) {
        if (j != i && labels[j] == labels[i]) {
          positives++;
          sum += h(p[j], exponent);
        }
      }
      for (int k = 0; k < n; k++) {
        boolean positive = k != i && labels[k] == labels[i];
        double slope = (positive ? h(p[k], exponent) : 0) - (k == i ? 0 : p[k] * sum);
        double expected = positives == 0 ? 0 : slope / positives / anchors / temperature;
        assertThat(gradient[i * n + k]).isCloseTo(expected, within(1e-12));
      }
    }
  }

  private static double h(double p, double exponent) {
    return exponent == 0 ? -1 : p * Math.log(p) - (1 - p);
  }

  private static double[] probabilities(double[] s, int anchor, double temperature) {
    double[] p = Arrays.stream(s).map(value -> Math.exp(value / temperature)).toArray();
    p[anchor] = 0;
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(value -> value / sum).toArray();
  }

  @ParameterizedTest
  @CsvSource({"0, 0.07", "1, 0.07", "2, 0.5", "0.5, 0.2", "3.7, 1"})
  void itAgreesWithNaiveLoopsOnRandomPoints(double exponent, double temperature) {
    var random = new Random(22);
    for (int round = 0; round < 5; round++) {
      int n = 3 + random.nextInt(12);
      int columns = n + random.nextInt(4);
      double[][] s = new double[n][columns];
      double[][] candidates = new double[n][columns];
      double[][] positives = new double[n][columns];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < columns; j++) {
          s[i][j] = 2 * random.nextDouble() - 1;
          candidates[i][j] = random.nextInt(4) > 0 ? 1 : 0;
          positives[i][j] = candidates[i][j] * random.nextInt(2);
        }
      }

      FocalContrastive actual =
          FocalContrastive.of(
              Tensors.matrix(manager, s),
              new ContrastSets(
                  Tensors.matrix(manager, positives), Tensors.matrix(manager, candidates)),
              temperature,
              exponent);

      double total = 0;
      int anchors = 0;
      double[] losses = Transfer.toDoubles(actual.anchorLosses());
      double[] weights = Transfer.toDoubles(actual.anchorWeights());
      for (int i = 0; i < n; i++) {
        double denominator = 0;
        for (int k = 0; k < columns; k++) {
          denominator += candidates[i][k] * Math.exp(s[i][k] / temperature);
        }
        double loss = 0;
        double weight = 0;
        int count = 0;
        for (int j = 0; j < columns; j++) {
          if (positives[i][j] == 1) {
            double p = Math.exp(s[i][j] / temperature) / denominator;
            loss -= Math.pow(1 - p, exponent) * Math.log(p);
            weight += Math.pow(1 - p, exponent);
            count++;
          }
        }
        anchors += count > 0 ? 1 : 0;
        total += count > 0 ? loss / count : 0;
        assertThat(losses[i]).isCloseTo(count > 0 ? loss / count : 0, within(1e-10));
        assertThat(weights[i]).isCloseTo(count > 0 ? weight / count : 0, within(1e-10));
      }
      assertThat(Transfer.toDouble(actual.loss())).isCloseTo(total / anchors, within(1e-10));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2})
  void gradientsAgreeWithFiniteDifferences(double exponent) {
    FiniteDifferences.check(POINTS, rows -> of(rows, LABELS, 0.3, exponent).loss());
    FiniteDifferences.check(
        POINTS, rows -> of(rows, new int[] {0, 1, 2, 1, 1}, 0.3, exponent).anchorWeights().sum());
  }

  @Test
  void rotationAndScaleOfFeaturesChangeNothing() {
    var random = new Random(23);
    double[][] rows = Tensors.normalRows(9, 3, random);
    int[] labels = {0, 1, 2, 0, 1, 2, 0, 1, 2};
    double c = Math.cos(0.7);
    double s = Math.sin(0.7);
    var rotated = new double[9][];
    for (int i = 0; i < 9; i++) {
      double[] r = rows[i];
      double scale = 0.1 + random.nextDouble() * 10;
      rotated[i] =
          new double[] {
            scale * (c * r[0] - s * r[1]), scale * (s * r[0] + c * r[1]), -scale * r[2]
          };
    }

    assertThat(loss(rotated, labels, 0.07, 1))
        .isCloseTo(loss(rows, labels, 0.07, 1), within(1e-12));
  }

  @Test
  void theOrderOfTheBatchChangesNothing() {
    double[][] rows = Tensors.normalRows(6, 4, new Random(24));
    int[] labels = {0, 1, 1, 0, 2, 2};
    int[] order = {4, 2, 0, 5, 1, 3};
    double[][] shuffled = Arrays.stream(order).mapToObj(i -> rows[i]).toArray(double[][]::new);
    int[] renamed = Arrays.stream(order).map(i -> labels[i]).toArray();

    assertThat(loss(shuffled, renamed, 0.07, 1))
        .isCloseTo(loss(rows, labels, 0.07, 1), within(1e-12));
  }

  @Test
  void withoutAnyPositiveTheLossIsAnEmptySumWithoutGradient() {
    NDArray rows = Tensors.matrix(manager, POINTS);

    double[] gradient =
        Tensors.gradient(rows, () -> of(rows, new int[] {0, 1, 2, 3, 4}, 0.07, 1).loss());

    assertThat(loss(POINTS, new int[] {0, 1, 2, 3, 4}, 0.07, 1)).isZero();
    assertThat(gradient).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2})
  void certaintyIsFiniteInFloat32(double exponent) {
    // The positive is so near and the negative so far that p rounds to 1.
    double[][] rows = {{1, 0}, {1, 0}, {-1, 0}, {-1, 0}};
    NDArray leaf = Tensors.matrix(manager, rows, DataType.FLOAT32);
    int[] labels = {0, 0, 1, 1};

    double[] gradient = Tensors.gradient(leaf, () -> of(leaf, labels, 0.01, exponent).loss());

    assertThat(Transfer.toDouble(of(leaf, labels, 0.01, exponent).loss()))
        .isCloseTo(0, within(1e-6));
    assertThat(Arrays.stream(gradient).boxed()).allMatch(Double::isFinite);
    assertThat(
            Arrays.stream(Transfer.toDoubles(of(leaf, labels, 0.01, exponent).anchorWeights()))
                .boxed())
        .allSatisfy(weight -> assertThat(weight).isBetween(0.0, 1.0));
  }

  @Test
  void featuresThatAreNoNumbersGiveNoNumber() {
    double[][] rows = {{1, 0}, {Double.NaN, 0}, {0, 1}, {1, 1}};
    assertThat(loss(rows, new int[] {0, 0, 1, 1}, 0.07, 1)).isNaN();
  }
}
