package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.spec.MethodSpec;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The golden vectors of supervised contrast: five points whose loss was computed outside this
/// program.
class SclTest {
  private static final double[][] ROWS = {{3, 4, 0}, {4, 3, 0}, {0, 3, 4}, {0, 4, 3}, {1, 2, 2}};
  private static final int[] LABELS = {0, 0, 1, 1, 1};

  private final NDManager manager = Tensors.newManager();
  private final Classifier classifier =
      new Classifier(3, 2, false, manager, DataType.FLOAT64, new Random(2));

  @AfterEach
  void close() {
    manager.close();
  }

  private StepOutcome loss(NDArray features, double temperature) {
    return new Scl(new MethodSpec.Scl(0.25, temperature))
        .loss(
            new StepInput(Pass.ofFeatures(features), LABELS, LABELS, classifier, new Random(1), 1));
  }

  @Test
  void theContrastIsEquationOneOnUnitFeatures() {
    NDArray features = Tensors.matrix(manager, ROWS);
    assertThat(loss(features, 0.5).terms().get(1).value()).isCloseTo(0.998627360, within(1e-8));
    assertThat(loss(features, 0.07).terms().get(1).value()).isCloseTo(0.445531020, within(1e-8));
  }

  @Test
  void bothLossesShareTheObjective() {
    StepOutcome out = loss(Tensors.matrix(manager, ROWS), 0.5);
    double entropy = out.terms().getFirst().value();
    double contrast = out.terms().getLast().value();
    assertThat(Transfer.toDouble(out.loss()))
        .isCloseTo(0.75 * entropy + 0.25 * contrast, within(1e-12));
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    FiniteDifferences.check(ROWS, z -> loss(z, 0.5).loss());
  }
}
