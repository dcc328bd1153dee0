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

class CosineTest {
  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void rowsGetLengthOneAndARowOfZerosStays() {
    NDArray units =
        Cosine.unitRows(Tensors.matrix(manager, new double[][] {{3, 4}, {0, 0}, {-2, 0}}));

    assertThat(Transfer.toDoubles(units))
        .containsExactly(new double[] {0.6, 0.8, 0, 0, -1, 0}, within(1e-15));
  }

  @Test
  void similaritiesAreInnerProductsOfAllRows() {
    NDArray rows = Tensors.matrix(manager, new double[][] {{1, 2}, {3, 4}});
    NDArray others = Tensors.matrix(manager, new double[][] {{1, 0}, {0, 1}, {-1, 1}});

    NDArray similarities = Cosine.similarities(rows, others);

    assertThat(similarities.getShape().getShape()).containsExactly(2, 3);
    assertThat(Transfer.toDoubles(similarities)).containsExactly(1, 2, 1, 3, 4, 1);
  }

  @Test
  void rowwiseSimilaritiesAreTheDiagonal() {
    NDArray rows = Tensors.matrix(manager, new double[][] {{1, 2}, {3, 4}});
    NDArray others = Tensors.matrix(manager, new double[][] {{5, 6}, {-1, 1}});

    NDArray similarities = Cosine.rowwise(rows, others);

    assertThat(similarities.getShape().getShape()).containsExactly(2, 1);
    assertThat(Transfer.toDoubles(similarities)).containsExactly(17, 1);
  }

  @Test
  void aLongLivedOtherSideKeepsNothingOfTheStep() {
    NDArray queue = Tensors.matrix(manager, new double[][] {{1, 0}, {0, 1}});
    manager.cap();
    try (NDManager step = manager.newSubManager()) {
      NDArray rows = Tensors.matrix(step, new double[][] {{1, 2}});
      assertThat(Cosine.similarities(rows, queue).getManager()).isSameAs(step);
    }
    assertThat(manager.getManagedArrays()).containsExactly(queue);
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    double[][] rows = Tensors.normalRows(4, 3, new Random(1));
    FiniteDifferences.check(rows, x -> Cosine.unitRows(x).exp().sum());
    FiniteDifferences.check(rows, x -> Cosine.similarities(x, x.sin()).exp().sum());
    FiniteDifferences.check(rows, x -> Cosine.rowwise(x, x.sin()).exp().sum());
  }
}
