package coretuning.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.testing.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferTest {
  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void valuesComeBackAsTheyWereSent(DataType type) {
    double[] values = {1, -2.5, 0, 4096, 0.125, 7};

    NDArray array = Transfer.toDevice(manager, values, new Shape(2, 3), type);

    assertThat(array.getDataType()).isEqualTo(type);
    assertThat(array.getShape()).isEqualTo(new Shape(2, 3));
    assertThat(Transfer.toDoubles(array)).containsExactly(values);
  }

  @Test
  void aTransposedViewIsReadInItsOwnOrder() {
    NDArray array = Tensors.matrix(manager, new double[][] {{1, 2, 3}, {4, 5, 6}});

    assertThat(Transfer.toDoubles(array.transpose())).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void aScalarTakesTheDtypeOfItsModel(DataType type) {
    NDArray loss = Tensors.matrix(manager, new double[][] {{1, 2}}, type).sum();

    NDArray scaled = loss.mul(Transfer.scalarLike(loss, 0.5));

    assertThat(scaled.getDataType()).isEqualTo(type);
    assertThat(Transfer.toDouble(scaled)).isEqualTo(1.5);
  }

  @Test
  void wrongCountsAndDtypesAreRefused() {
    assertThatThrownBy(
            () -> Transfer.toDevice(manager, new double[3], new Shape(2, 2), DataType.FLOAT32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds 4 values, got 3");
    assertThatThrownBy(
            () -> Transfer.toDevice(manager, new double[1], new Shape(1), DataType.FLOAT16))
        .hasMessageContaining("float32 or float64");
    assertThatThrownBy(() -> Transfer.toDoubles(manager.create(new int[] {1})))
        .hasMessageContaining("float32 or float64");
    assertThatThrownBy(() -> Transfer.toDouble(manager.create(new float[] {1, 2})))
        .hasMessageContaining("one value");
  }
}
