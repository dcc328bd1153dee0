package coretuning.analysis.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.objective.ContrastSets;
import coretuning.objective.Cosine;
import coretuning.objective.FocalContrastive;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorContrastTest {
  private static final int[] LABELS = {0, 1, 0, 1, 2, 0};

  @ParameterizedTest
  @CsvSource({"0.07, 1", "0.5, 1", "0.2, 0", "0.1, 2.5"})
  void anAnchorIsWeighedAsInTraining(double temperature, double exponent) {
    double[][] z = Tensors.normalRows(LABELS.length, 3, new SplittableRandom(5));
    try (NDManager manager = Tensors.newManager()) {
      NDArray units = Cosine.unitRows(Tensors.matrix(manager, z));
      FocalContrastive trained =
          FocalContrastive.of(
              Cosine.similarities(units, units),
              ContrastSets.ofLabels(manager, LABELS, DataType.FLOAT64),
              temperature,
              exponent);
      double[] weights = Transfer.toDoubles(trained.anchorWeights());
      double[] losses = Transfer.toDoubles(trained.anchorLosses());

      for (int i = 0; i < LABELS.length; i++) {
        AnchorContrast anchor = anchor(z, i, temperature, exponent);
        if (LABELS[i] == 2) {
          assertThat(anchor.weight()).isNaN();
          assertThat(anchor.loss()).isNaN();
        } else {
          assertThat(anchor.weight()).isCloseTo(weights[i], within(1e-9));
          assertThat(anchor.loss()).isCloseTo(losses[i], within(1e-9));
        }
        assertThat(anchor.probabilities()).hasSize(LABELS.length - 1);
        assertThat(java.util.Arrays.stream(anchor.probabilities()).sum())
            .isCloseTo(1, within(1e-12));
      }
    }
  }

  private static AnchorContrast anchor(double[][] z, int i, double temperature, double exponent) {
    int[] others = IntStream.range(0, z.length).filter(j -> j != i).toArray();
    double[] cosines = new double[others.length];
    boolean[] positives = new boolean[others.length];
    for (int j = 0; j < others.length; j++) {
      cosines[j] = Vectors.cosine(z[i], z[others[j]]);
      positives[j] = LABELS[others[j]] == LABELS[i];
    }
    return AnchorContrast.of(cosines, positives, temperature, exponent);
  }
}
