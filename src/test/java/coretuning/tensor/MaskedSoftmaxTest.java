package coretuning.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.testing.FiniteDifferences;
import coretuning.testing.Tensors;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MaskedSoftmaxTest {
  private static final double[][] LOGITS = {{1, 2, 3, 4}, {0.5, -1, 0, 2}};
  private static final double[][] MASK = {{1, 0, 1, 0}, {0, 1, 1, 1}};

  private final NDManager manager = Tensors.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void onlyUnmaskedEntriesTakePart() {
    NDArray logits = Tensors.matrix(manager, LOGITS);
    NDArray mask = Tensors.matrix(manager, MASK);
    double first = Math.log(Math.exp(1) + Math.exp(3));
    double second = Math.log(Math.exp(-1) + Math.exp(0) + Math.exp(2));

    double[] sums = Transfer.toDoubles(MaskedSoftmax.logSumExp(logits, mask));
    double[] logs = Transfer.toDoubles(MaskedSoftmax.logProbabilities(logits, mask));

    assertThat(sums).containsExactly(new double[] {first, second}, within(1e-12));
    assertThat(logs[0]).isCloseTo(1 - first, within(1e-12));
    assertThat(logs[2]).isCloseTo(3 - first, within(1e-12));
    assertThat(logs[7]).isCloseTo(2 - second, within(1e-12));
    assertThat(Math.exp(logs[1])).isZero();
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    double[][] rows = Tensors.normalRows(3, 5, new Random(2));
    double[][] mask = {{1, 1, 0, 1, 0}, {0, 1, 1, 1, 1}, {1, 0, 0, 0, 0}};
    FiniteDifferences.check(
        rows,
        x -> {
          NDArray sums = MaskedSoftmax.logSumExp(x, Tensors.matrix(x.getManager(), mask));
          return sums.mul(sums).sum();
        });
    FiniteDifferences.check(
        rows,
        x -> {
          NDArray used = Tensors.matrix(x.getManager(), mask);
          return MaskedSoftmax.logProbabilities(x, used).mul(used).exp().mul(x.sin()).sum();
        });
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    NDArray logits =
        Tensors.matrix(manager, new double[][] {{3000, 2999, -3000}}, DataType.FLOAT32);
    NDArray mask = logits.onesLike();

    double sum = Transfer.toDouble(MaskedSoftmax.logSumExp(logits, mask));

    assertThat(sum).isCloseTo(3000 + Math.log(1 + Math.exp(-1)), within(1e-3));
    assertThat(
            Arrays.stream(Transfer.toDoubles(MaskedSoftmax.logProbabilities(logits, mask))).boxed())
        .allMatch(value -> value <= 0 && Double.isFinite(value));
  }

  @Test
  void aRowWithoutEntriesGivesFiniteNumbersAndNoGradientOnceItIsMaskedAway() {
    NDArray logits = Tensors.matrix(manager, LOGITS);
    NDArray mask = Tensors.matrix(manager, new double[][] {{0, 0, 0, 0}, {1, 1, 1, 1}});

    double[] gradient =
        Tensors.gradient(
            logits,
            () -> {
              NDArray logs = MaskedSoftmax.logProbabilities(logits, mask);
              NDArray sums = MaskedSoftmax.logSumExp(logits, mask);
              NDArray kept = manager.create(new double[] {0, 1});
              return logs.mul(mask).sum().add(sums.mul(kept).sum());
            });

    assertThat(Arrays.stream(gradient).boxed()).allMatch(Double::isFinite);
    assertThat(gradient).startsWith(0, 0, 0, 0);
  }
}
