package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyntheticNegativesTest {
  private static final double TEMPERATURE = 0.2;
  private static final double THIRD = 1.0 / 3;

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray cube(int n, int s, int d, double... values) {
    return Transfer.toDevice(manager, values, new Shape(n, s, d), DataType.FLOAT64);
  }

  /// Hand-size values, computed independently of this program in numpy: q, two negatives, a key,
  /// alpha 0.3, beta 0.4, tau 0.2.
  @Test
  void mixedNegativesGiveTheKnownValues() {
    double root = Math.sqrt(14);
    NDArray query = Tensors.matrix(manager, new double[][] {{THIRD, 2 * THIRD, 2 * THIRD}});
    NDArray key = Tensors.matrix(manager, new double[][] {{1 / root, 2 / root, 3 / root}});
    double[][] queue = {{2 * THIRD, 2 * THIRD, THIRD}, {2 * THIRD, -THIRD, 2 * THIRD}};
    NDArray first = cube(1, 1, 3, queue[0]);
    NDArray second = cube(1, 1, 3, queue[1]);

    NDArray h = SyntheticNegatives.mix(first, second, cube(1, 1, 1, 0.3));
    NDArray ofQuery = SyntheticNegatives.mix(query.expandDims(1), first, cube(1, 1, 1, 0.4));
    NDArray cosines = SyntheticNegatives.cosines(query, h.concat(ofQuery, 1));

    assertThat(Transfer.toDoubles(cosines))
        .containsExactly(new double[] {0.659868723, 0.959264194}, within(1e-9));
    NDArray memory = Cosine.similarities(query, Tensors.matrix(manager, queue));
    NDArray logits =
        InfoNce.logits(Cosine.rowwise(query, key), memory.concat(cosines, 1), TEMPERATURE);
    assertThat(Transfer.toDouble(InfoNce.loss(logits))).isCloseTo(1.031927562, within(1e-9));
  }

  @Test
  void mixesAreUnitVectorsOfTheirParents() {
    double[][] rows = Tensors.normalRows(12, 5, new Random(3));
    double[] first = Tensors.flat(rows);
    double[] second = Tensors.flat(Tensors.normalRows(12, 5, new Random(4)));
    var shares = new Random(5).doubles(12).toArray();

    double[] mixed =
        Transfer.toDoubles(
            SyntheticNegatives.mix(
                cube(4, 3, 5, first), cube(4, 3, 5, second), cube(4, 3, 1, shares)));

    for (int row = 0; row < 12; row++) {
      var expected = new double[5];
      double squares = 0;
      for (int d = 0; d < 5; d++) {
        expected[d] = shares[row] * first[row * 5 + d] + (1 - shares[row]) * second[row * 5 + d];
        squares += expected[d] * expected[d];
      }
      for (int d = 0; d < 5; d++) {
        assertThat(mixed[row * 5 + d]).isCloseTo(expected[d] / Math.sqrt(squares), within(1e-12));
      }
    }
  }

  @Test
  void cosinesAreThoseOfEachQueryWithItsOwn() {
    NDArray query = Tensors.matrix(manager, new double[][] {{1, 0}, {0, 1}});
    NDArray synthetic = cube(2, 2, 2, 0.6, 0.8, 1, 0, 0.6, 0.8, 1, 0);

    assertThat(Transfer.toDoubles(SyntheticNegatives.cosines(query, synthetic)))
        .containsExactly(new double[] {0.6, 1, 0.8, 0}, within(1e-12));
  }

  @Test
  void theGradientOfTheLossReachesTheQueryAsFiniteDifferencesSay() {
    double[] synthetic = Tensors.flat(Tensors.normalRows(8, 3, new Random(6)));
    double[][] queue = Tensors.normalRows(3, 3, new Random(7));
    double[][] key = Tensors.normalRows(4, 3, new Random(8));

    FiniteDifferences.check(
        Tensors.normalRows(4, 3, new Random(9)),
        query -> {
          NDManager owner = query.getManager();
          NDArray others =
              Transfer.toDevice(owner, synthetic, new Shape(4, 2, 3), DataType.FLOAT64);
          NDArray negatives =
              Cosine.similarities(query, Tensors.matrix(owner, queue))
                  .concat(SyntheticNegatives.cosines(query, others), 1);
          return InfoNce.loss(
              InfoNce.logits(
                  Cosine.rowwise(query, Tensors.matrix(owner, key)), negatives, TEMPERATURE));
        });
  }
}
