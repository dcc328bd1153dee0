package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.tensor.Transfer;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TightnessContrastTest {
  private static final double TEMPERATURE = 0.5;

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static TightnessContrast of(NDArray similarities, int[] labels) {
    return TightnessContrast.of(
        similarities,
        ContrastSets.ofLabels(similarities.getManager(), labels, similarities.getDataType()),
        TEMPERATURE);
  }

  @Test
  void threePointsGiveWhatTheFormulaSaysByHand() {
    double[][] s = {{1, 0.5, 0}, {0.5, 1, -0.5}, {0, -0.5, 1}};

    TightnessContrast parts = of(Tensors.matrix(manager, s), new int[] {0, 0, 1});

    // The third anchor has no positive and does not count.
    double contrast =
        (Math.log(Math.exp(1) + Math.exp(0)) + Math.log(Math.exp(1) + Math.exp(-1))) / 2;
    assertThat(Transfer.toDouble(parts.tightness())).isCloseTo(-1, within(1e-12));
    assertThat(Transfer.toDouble(parts.contrast())).isCloseTo(contrast, within(1e-12));
  }

  @Test
  void theirSumIsTheSupervisedContrastiveLoss() {
    int[] labels = {0, 1, 2, 0, 1, 3, 0};
    NDArray v = Cosine.unitRows(Tensors.matrix(manager, Tensors.normalRows(7, 4, new Random(1))));
    NDArray similarities = Cosine.similarities(v, v);
    ContrastSets sets = ContrastSets.ofLabels(manager, labels, DataType.FLOAT64);

    TightnessContrast parts = of(similarities, labels);

    double sum = Transfer.toDouble(parts.tightness()) + Transfer.toDouble(parts.contrast());
    double loss = Transfer.toDouble(FocalContrastive.of(similarities, sets, TEMPERATURE, 0).loss());
    assertThat(sum).isCloseTo(loss, within(1e-12));
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    double[][] similarities = Tensors.normalRows(5, 5, new Random(2));
    int[] labels = {0, 1, 0, 1, 2};
    FiniteDifferences.check(similarities, s -> of(s, labels).tightness());
    FiniteDifferences.check(similarities, s -> of(s, labels).contrast());
  }
}
