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

class PairMixingTest {
  private static final double[][] FEATURES = {{1, 0}, {0, 2}, {4, 4}};
  private static final int[] LABELS = {0, 0, 1};
  private static final Mining MINING =
      new Mining(new int[] {1, 0, 2}, new int[] {2, 2, 0}, new int[] {2, 2, 1});
  private static final MixingFactors FACTORS =
      new MixingFactors(new double[] {0.25, 0.5, 1}, new double[] {0.75, 1, 0.5});

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static PairMixing mix(NDArray features) {
    return PairMixing.of(
        features,
        CrossEntropy.oneHot(features.getManager(), LABELS, 2, features.getDataType()),
        MINING,
        FACTORS);
  }

  @Test
  void vectorsAndLabelsAreMixedByTheSameFactors() {
    PairMixing mixed = mix(Tensors.matrix(manager, FEATURES));

    assertThat(Transfer.toDoubles(mixed.positives()))
        .containsExactly(new double[] {3, 3.5, 2.5, 2, 4, 4}, within(1e-15));
    assertThat(Transfer.toDoubles(mixed.positiveTargets()))
        .containsExactly(new double[] {0.25, 0.75, 0.5, 0.5, 0, 1}, within(1e-15));
    assertThat(Transfer.toDoubles(mixed.negatives()))
        .containsExactly(new double[] {3.25, 3, 4, 4, 2, 3}, within(1e-15));
    assertThat(Transfer.toDoubles(mixed.negativeTargets()))
        .containsExactly(new double[] {0.25, 0.75, 0, 1, 0.5, 0.5}, within(1e-15));
  }

  @Test
  void gradientFlowsToEveryOriginalThatTakesPart() {
    FiniteDifferences.check(
        FEATURES,
        x -> {
          PairMixing mixed = mix(x);
          return mixed.positives().sin().add(mixed.negatives().cos()).sum();
        });
  }

  /// Large enough that the engine works in several threads, with one row drawn by every anchor.
  @Test
  void gradientsOfRowsDrawnManyTimesRepeatBitForBit() {
    int n = 256;
    var random = new Random(5);
    var labels = new int[n];
    var mining = new Mining(new int[n], new int[n], new int[n]);
    for (int i = 0; i < n; i++) {
      labels[i] = i % 2;
      mining.hardPositive()[i] = i % 2;
      mining.hardNegative()[i] = 1 - i % 2;
      mining.randomNegative()[i] = 3 - i % 2;
    }
    MixingFactors factors = MixingFactors.draw(n, 1, 0.8, random);
    double[][] values = Tensors.normalRows(n, 512, random);
    double[] first = {};
    for (int round = 0; round < 10; round++) {
      try (NDManager step = manager.newSubManager()) {
        NDArray features = Tensors.matrix(step, values, DataType.FLOAT32);
        NDArray targets = CrossEntropy.oneHot(step, labels, 2, DataType.FLOAT32);
        double[] gradient =
            Tensors.gradient(
                features,
                () -> {
                  PairMixing mixed = PairMixing.of(features, targets, mining, factors);
                  return mixed.positives().sin().add(mixed.negatives().cos()).sum();
                });
        first = round == 0 ? gradient : first;
        assertThat(gradient).isEqualTo(first);
      }
    }
  }
}
