package coretuning.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.Classifier;
import coretuning.result.LossTerm;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CeTuningTest {
  private static final int[] LABELS = {1, 0, 2};

  private final NDManager manager = Tensors.newManager();
  private final Classifier classifier =
      new Classifier(4, 3, false, manager, DataType.FLOAT64, new Random(2));
  private final Method method = new CeTuning();
  private final double[][] rows = Tensors.normalRows(3, 4, new Random(3));

  @AfterEach
  void close() {
    manager.close();
  }

  private StepOutcome loss(NDArray features) {
    return method.loss(
        new StepInput(
            Pass.ofFeatures(features), LABELS, new int[] {7, 8, 9}, classifier, new Random(1), 1));
  }

  @Test
  void itsLossIsTheCrossEntropyOfTheClassifier() {
    StepOutcome out = loss(Tensors.matrix(manager, rows));

    double[] logits = Transfer.toDoubles(out.logits());
    double expected = 0;
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int c = 0; c < 3; c++) {
        sum += Math.exp(logits[i * 3 + c]);
      }
      expected -= Math.log(Math.exp(logits[i * 3 + LABELS[i]]) / sum) / 3;
    }
    assertThat(Transfer.toDouble(out.loss())).isCloseTo(expected, within(1e-12));
    assertThat(out.terms())
        .containsExactly(new LossTerm("cross-entropy", Transfer.toDouble(out.loss())));
    assertThat(out.pairs()).isEmpty();
    assertThat(out.weights()).isEmpty();
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    FiniteDifferences.check(rows, z -> loss(z).loss());
  }
}
