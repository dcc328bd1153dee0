package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {
  private static final double[][] TARGETS = {{0.2, 0.8, 0}, {0, 0, 1}, {1.0 / 3, 1.0 / 3, 1.0 / 3}};

  private final NDManager manager = Tensors.newManager();
  private final double[][] logits = Tensors.normalRows(3, 3, new Random(31));

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void softTargetsAgreeWithNaiveLoops() {
    double expected = 0;
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (double logit : logits[i]) {
        sum += Math.exp(logit);
      }
      for (int c = 0; c < 3; c++) {
        expected -= TARGETS[i][c] * Math.log(Math.exp(logits[i][c]) / sum) / 3;
      }
    }

    NDArray loss =
        CrossEntropy.ofTargets(Tensors.matrix(manager, logits), Tensors.matrix(manager, TARGETS));

    assertThat(Transfer.toDouble(loss)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void labelsAreTargetsWithASingleOne() {
    NDArray scores = Tensors.matrix(manager, logits);
    NDArray oneHot = CrossEntropy.oneHot(manager, new int[] {2, 0, 1}, 3, DataType.FLOAT64);

    assertThat(Transfer.toDoubles(oneHot)).containsExactly(0, 0, 1, 1, 0, 0, 0, 1, 0);
    assertThat(Transfer.toDouble(CrossEntropy.ofLabels(scores, new int[] {2, 0, 1})))
        .isEqualTo(Transfer.toDouble(CrossEntropy.ofTargets(scores, oneHot)));
  }

  @Test
  void equalLogitsCostTheLogarithmOfTheNumberOfClasses() {
    NDArray equal = Tensors.matrix(manager, new double[][] {{5, 5, 5, 5}}, DataType.FLOAT32);

    NDArray loss = CrossEntropy.ofLabels(equal, new int[] {3});

    assertThat(loss.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(Transfer.toDouble(loss)).isCloseTo(Math.log(4), within(1e-6));
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    NDArray huge = Tensors.matrix(manager, new double[][] {{2000, -2000}}, DataType.FLOAT32);

    assertThat(Transfer.toDouble(CrossEntropy.ofLabels(huge, new int[] {1}))).isEqualTo(4000);
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    FiniteDifferences.check(
        logits, x -> CrossEntropy.ofTargets(x, Tensors.matrix(x.getManager(), TARGETS)));
    FiniteDifferences.check(
        TARGETS, y -> CrossEntropy.ofTargets(Tensors.matrix(y.getManager(), logits), y));
  }

  @Test
  void labelsOutsideTheClassesAreRefused() {
    NDArray scores = Tensors.matrix(manager, logits);
    assertThatThrownBy(() -> CrossEntropy.ofLabels(scores, new int[] {0, 3, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label must lie in [0, 3), got 3");
    assertThatThrownBy(() -> CrossEntropy.ofLabels(scores, new int[] {0, -1, 1}))
        .hasMessage("label must lie in [0, 3), got -1");
  }
}
