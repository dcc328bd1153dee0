package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InfoNceTest {
  private static final double TEMPERATURE = 0.2;

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static NDArray loss(NDArray query, double[][] key, double[][] queue) {
    NDManager owner = query.getManager();
    return InfoNce.loss(
        InfoNce.logits(
            query, Tensors.matrix(owner, key), Tensors.matrix(owner, queue), TEMPERATURE));
  }

  private double[][] unit(int rows, long seed) {
    double[] flat =
        Transfer.toDoubles(
            Cosine.unitRows(
                Tensors.matrix(manager, Tensors.normalRows(rows, 3, new Random(seed)))));
    var units = new double[rows][3];
    for (int i = 0; i < flat.length; i++) {
      units[i / 3][i % 3] = flat[i];
    }
    return units;
  }

  /// A hand-size value, computed independently of this program in numpy.
  @Test
  void aQueryWithTwoNegativesGivesTheKnownValue() {
    double third = 1.0 / 3;
    double root = Math.sqrt(14);
    NDArray query = Tensors.matrix(manager, new double[][] {{third, 2 * third, 2 * third}});
    double[][] key = {{1 / root, 2 / root, 3 / root}};
    double[][] queue = {{2 * third, 2 * third, third}, {2 * third, -third, 2 * third}};

    assertThat(Transfer.toDouble(loss(query, key, queue))).isCloseTo(0.532367493, within(1e-9));
  }

  @Test
  void itAgreesWithNaiveLoopsOnRandomPoints() {
    double[][] query = unit(5, 1);
    double[][] key = unit(5, 2);
    double[][] queue = unit(7, 3);
    double expected = 0;
    for (int i = 0; i < 5; i++) {
      double own = Math.exp(dot(query[i], key[i]) / TEMPERATURE);
      double sum = own;
      for (double[] negative : queue) {
        sum += Math.exp(dot(query[i], negative) / TEMPERATURE);
      }
      expected -= Math.log(own / sum) / 5;
    }

    assertThat(Transfer.toDouble(loss(Tensors.matrix(manager, query), key, queue)))
        .isCloseTo(expected, within(1e-12));
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /// dL/dq = -(1/tau) ((1 - p_k) k - sum_n p_n n): every negative pushes by its probability.
  @Test
  void theGradientFollowsTheClosedForm() {
    double[] q = unit(1, 4)[0];
    double[][] key = unit(1, 5);
    double[][] queue = unit(4, 6);
    double[] weights = new double[5];
    for (int j = 0; j < 5; j++) {
      weights[j] = Math.exp(dot(q, j == 0 ? key[0] : queue[j - 1]) / TEMPERATURE);
    }
    double sum = Arrays.stream(weights).sum();
    NDArray query = Tensors.matrix(manager, new double[][] {q});

    double[] gradient = Tensors.gradient(query, () -> loss(query, key, queue));

    for (int d = 0; d < 3; d++) {
      double expected = -(1 - weights[0] / sum) * key[0][d];
      for (int j = 1; j < 5; j++) {
        expected += weights[j] / sum * queue[j - 1][d];
      }
      assertThat(gradient[d]).isCloseTo(expected / TEMPERATURE, within(1e-12));
    }
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    double[][] key = unit(4, 8);
    double[][] queue = unit(6, 9);
    FiniteDifferences.check(unit(4, 7), query -> loss(query, key, queue));
  }

  @Test
  void theOwnKeyStandsInTheFirstColumn() {
    NDArray rows = Tensors.matrix(manager, new double[][] {{1, 0}, {0, 1}});
    NDArray queue = Tensors.matrix(manager, new double[][] {{0.6, 0.8}});

    double[] logits = Transfer.toDoubles(InfoNce.logits(rows, rows, queue, 0.5));

    assertThat(logits).containsExactly(new double[] {2, 1.2, 2, 1.6}, within(1e-12));
  }

  @Test
  void aLongLivedQueueKeepsNothingOfTheStep() {
    NDArray queue = Tensors.matrix(manager, new double[][] {{0.6, 0.8}});
    manager.cap();
    try (NDManager step = manager.newSubManager()) {
      NDArray rows = Tensors.matrix(step, new double[][] {{1, 0}, {0, 1}});
      NDArray loss = InfoNce.loss(InfoNce.logits(rows, rows, queue, TEMPERATURE));
      assertThat(Transfer.toDouble(loss)).isPositive();
    }
    assertThat(manager.getManagedArrays()).containsExactly(queue);
  }
}
