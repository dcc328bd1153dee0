package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import coretuning.tensor.Autograd;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeightPenaltyTest {
  private final NDManager manager = Tensors.newManager();
  private final NDArray first = Tensors.matrix(manager, new double[][] {{1, 2}, {3, 4}});
  private final NDArray second = Tensors.matrix(manager, new double[][] {{5, -1}});
  private final NDArray firstStart = Tensors.matrix(manager, new double[][] {{1, 0}, {3, 1}});
  private final NDArray secondStart = Tensors.matrix(manager, new double[][] {{4, 1}});

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void theDistanceFromTheStartIsHalfTheSumOfSquares() {
    NDArray penalty =
        WeightPenalty.fromStart(first, List.of(first, second), List.of(firstStart, secondStart));
    // (0 + 4 + 0 + 9 + 1 + 4) / 2
    assertThat(Transfer.toDouble(penalty)).isEqualTo(9);
  }

  @Test
  void theNormIsHalfTheSumOfSquares() {
    // (1 + 4 + 9 + 16 + 25 + 1) / 2
    assertThat(Transfer.toDouble(WeightPenalty.ofNorm(first, List.of(first, second))))
        .isEqualTo(28);
  }

  @Test
  void theGradientIsTheDistance() {
    double[] gradient =
        Tensors.gradient(
            first, () -> WeightPenalty.fromStart(first, List.of(first), List.of(firstStart)));
    assertThat(gradient).containsExactly(new double[] {0, 2, 0, 3}, within(1e-12));
    FiniteDifferences.check(
        new double[][] {{1, -2}, {0.5, 3}}, w -> WeightPenalty.ofNorm(w, List.of(w)));
  }

  @Test
  void nothingStaysWithTheWeights() {
    first.setRequiresGradient(true);
    int before = manager.getManagedArrays().size();
    try (NDManager step = manager.newSubManager()) {
      NDArray like = Tensors.matrix(step, new double[][] {{0}});
      Autograd.backward(
          Autograd.recording(
              () -> WeightPenalty.fromStart(like, List.of(first), List.of(firstStart))));
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void everyWeightNeedsItsStart() {
    assertThatThrownBy(
            () -> WeightPenalty.fromStart(first, List.of(first, second), List.of(firstStart)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 weights need as many starts, got 1");
  }
}
