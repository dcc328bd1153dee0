package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContrastSetsTest {
  private static final int[] LABELS = {0, 1, 0};

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void positivesShareTheLabelAndCandidatesAreAllOthers() {
    ContrastSets sets = ContrastSets.ofLabels(manager, LABELS, DataType.FLOAT32);

    assertThat(Transfer.toDoubles(sets.positives())).containsExactly(0, 0, 1, 0, 0, 0, 1, 0, 0);
    assertThat(Transfer.toDoubles(sets.candidates())).containsExactly(0, 1, 1, 1, 0, 1, 1, 1, 0);
  }

  @Test
  void ownPairsAddOnePositiveAndOneNegativeColumn() {
    ContrastSets sets = ContrastSets.withOwnPairs(manager, LABELS, DataType.FLOAT64);

    assertThat(Transfer.toDoubles(sets.positives()))
        .containsExactly(0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0);
    assertThat(Transfer.toDoubles(sets.candidates()))
        .containsExactly(0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1);
  }

  @Test
  void ownColumnsAreWhatTheyAreSaidToBe() {
    ContrastSets sets =
        ContrastSets.withOwnColumns(manager, LABELS, List.of(false), DataType.FLOAT64);

    assertThat(Transfer.toDoubles(sets.positives()))
        .containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0);
    assertThat(Transfer.toDoubles(sets.candidates()))
        .containsExactly(0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1);
  }

  @Test
  void sumsOverPositivesCanBeSharedOutOverAllColumns() {
    ContrastSets sets = ContrastSets.ofLabels(manager, LABELS, DataType.FLOAT64);
    double[][] pairs = {{9, 9, 3}, {9, 9, 9}, {6, 9, 9}};

    assertThat(Transfer.toDoubles(sets.shareOfColumns(Tensors.matrix(manager, pairs))))
        .containsExactly(1, 0, 2);
  }

  @Test
  void meansLeaveOutAnchorsWithoutPositives() {
    ContrastSets sets = ContrastSets.ofLabels(manager, LABELS, DataType.FLOAT64);
    double[][] pairs = {{9, 9, 2}, {9, 9, 9}, {4, 9, 9}};

    assertThat(Transfer.toDoubles(sets.meanOverPositives(Tensors.matrix(manager, pairs))))
        .containsExactly(2, 0, 4);
    assertThat(Transfer.toDouble(sets.meanOverAnchors(manager.create(new double[] {2, 100, 4}))))
        .isEqualTo(3);
  }

  @Test
  void masksMustHaveOneShape() {
    assertThatThrownBy(
            () -> new ContrastSets(manager.ones(new Shape(2, 2)), manager.ones(new Shape(2, 3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(2, 2) and (2, 3)");
  }
}
