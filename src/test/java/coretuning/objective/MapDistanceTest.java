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

class MapDistanceTest {
  private static final int N = 2;
  private static final int C = 3;
  private static final int H = 2;
  private static final int W = 4;
  private static final Shape SHAPE = new Shape(N, C, H, W);
  private static final double[] ATTENTION = {0.5, 0.2, 0.3};

  private final NDManager manager = Tensors.newManager();
  private final double[][] maps = Tensors.normalRows(N, C * H * W, new Random(1));
  private final double[] start = Tensors.flat(Tensors.normalRows(N, C * H * W, new Random(2)));

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray start(NDManager owner) {
    return Transfer.toDevice(owner, start, SHAPE, DataType.FLOAT64);
  }

  private NDArray attended(NDArray rows) {
    NDArray attention =
        Transfer.toDevice(rows.getManager(), ATTENTION, new Shape(C), DataType.FLOAT64);
    return MapDistance.attended(rows.reshape(SHAPE), start(rows.getManager()), attention);
  }

  @Test
  void thePlainDistanceIsHalfTheSumOfSquares() {
    double[] values = Tensors.flat(maps);
    double expected = 0;
    for (int i = 0; i < values.length; i++) {
      expected += (values[i] - start[i]) * (values[i] - start[i]) / 2;
    }
    NDArray distance =
        MapDistance.plain(Tensors.matrix(manager, maps).reshape(SHAPE), start(manager));
    assertThat(Transfer.toDouble(distance)).isCloseTo(expected, within(1e-10));
  }

  @Test
  void theAttendedDistanceWeighsChannelsAndDividesByThePlaces() {
    double expected = 0;
    for (int n = 0; n < N; n++) {
      for (int c = 0; c < C; c++) {
        double squares = 0;
        for (int place = 0; place < H * W; place++) {
          double difference = maps[n][c * H * W + place] - start[(n * C + c) * H * W + place];
          squares += difference * difference;
        }
        expected += 0.5 * ATTENTION[c] * C / (H * W) * squares;
      }
    }
    assertThat(Transfer.toDouble(attended(Tensors.matrix(manager, maps))))
        .isCloseTo(expected, within(1e-10));
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    FiniteDifferences.check(maps, this::attended);
    FiniteDifferences.check(
        maps, rows -> MapDistance.plain(rows.reshape(SHAPE), start(rows.getManager())));
  }
}
