package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TripletTest {
  private static final int[] LABELS = {0, 0, 0, 1, 1, 2};
  private static final double MARGIN = 0.3;

  private final NDManager manager = Tensors.newManager();
  private final double[][] rows = Tensors.normalRows(6, 4, new Random(5));

  @AfterEach
  void close() {
    manager.close();
  }

  private static NDArray loss(NDArray features, int[] labels) {
    NDArray units = Cosine.unitRows(features);
    NDArray cosines = Cosine.similarities(units, units);
    Mining mining =
        Mining.of(Transfer.toDoubles(cosines.stopGradient()), labels, new Random(1)).orElseThrow();
    return Triplet.ofHardest(cosines, mining, MARGIN);
  }

  /// The definition in loops: distances of unit rows, the farthest positive, the nearest negative.
  private double expected() {
    double sum = 0;
    int anchors = 0;
    for (int a = 0; a < 6; a++) {
      double farthest = -1;
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < 6; j++) {
        if (j != a && LABELS[j] == LABELS[a]) {
          farthest = Math.max(farthest, squaredDistance(rows[a], rows[j]));
        } else if (LABELS[j] != LABELS[a]) {
          nearest = Math.min(nearest, squaredDistance(rows[a], rows[j]));
        }
      }
      if (farthest >= 0) {
        sum += Math.max(0, farthest - nearest + MARGIN);
        anchors++;
      }
    }
    assertThat(anchors).isEqualTo(5);
    return sum / anchors;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double squares = 0;
    for (int d = 0; d < a.length; d++) {
      double difference = a[d] / length(a) - b[d] / length(b);
      squares += difference * difference;
    }
    return squares;
  }

  private static double length(double[] row) {
    double squares = 0;
    for (double value : row) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  @Test
  void itIsTheMeanOverAnchorsWithAPositive() {
    assertThat(expected()).isPositive();
    assertThat(Transfer.toDouble(loss(Tensors.matrix(manager, rows), LABELS)))
        .isCloseTo(expected(), within(1e-12));
  }

  @Test
  void classesFartherApartThanTheMarginCostNothing() {
    double[][] apart = {{1, 0}, {1, 0}, {-1, 0}, {-1, 0.01}};
    NDArray loss = loss(Tensors.matrix(manager, apart), new int[] {0, 0, 1, 1});
    assertThat(Transfer.toDouble(loss)).isZero();
  }

  @Test
  void withoutAnyPositiveItIsTheEmptySum() {
    NDArray loss = loss(Tensors.matrix(manager, rows), new int[] {0, 1, 2, 3, 4, 5});
    assertThat(Transfer.toDouble(loss)).isZero();
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    FiniteDifferences.check(rows, features -> loss(features, LABELS));
  }
}
