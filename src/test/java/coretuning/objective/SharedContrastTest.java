package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedContrastTest {
  private static final double[][] POSITIVES = {{1, 0, 1, 0, 0}, {1, 1, 1, 0, 0}, {1, 0, 0, 0, 1}};

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void itIsTheDivergenceOfTheUniformDistribution() {
    double[][] logits = Tensors.normalRows(3, 5, new Random(1));
    double expected = 0;
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      double right = 0;
      for (int j = 0; j < 5; j++) {
        sum += Math.exp(logits[i][j]);
        right += POSITIVES[i][j];
      }
      for (int j = 0; j < 5; j++) {
        if (POSITIVES[i][j] == 1) {
          double p = Math.exp(logits[i][j]) / sum;
          expected += (1 / right) * Math.log((1 / right) / p) / 3;
        }
      }
    }
    double loss =
        Transfer.toDouble(
            SharedContrast.loss(
                Tensors.matrix(manager, logits), Tensors.matrix(manager, POSITIVES)));
    assertThat(loss).isCloseTo(expected, within(1e-12)).isPositive();
  }

  @Test
  void itVanishesWhereTheRightKeysShareAllProbability() {
    double[][] logits = {{50, -50, 50, -50, -50}};
    double loss =
        Transfer.toDouble(
            SharedContrast.loss(
                Tensors.matrix(manager, logits),
                Tensors.matrix(manager, new double[][] {POSITIVES[0]})));
    assertThat(loss).isCloseTo(0, within(1e-12));
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    FiniteDifferences.check(
        Tensors.normalRows(3, 5, new Random(2)),
        logits -> SharedContrast.loss(logits, Tensors.matrix(logits.getManager(), POSITIVES)));
  }
}
