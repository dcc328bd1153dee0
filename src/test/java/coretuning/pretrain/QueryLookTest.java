package coretuning.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.result.QuerySnapshot.Query;
import coretuning.spec.Architecture;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.spec.SynthesisSpec;
import coretuning.tensor.Init;
import coretuning.tensor.ParameterHash;
import coretuning.testing.Tensors;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryLookTest {
  private static final int QUEUE = 40;
  private static final int P = 16;
  private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 0, 1};

  private final NDManager manager = Tensors.newManager();
  private final MomentumContrast contrast =
      new MomentumContrast(
          new PretrainSpec.Mochi(
              new MomentumSpec(0.2, QUEUE, 0.5, P, 1, false),
              new SynthesisSpec(6, 5, 4, 0.5, 0, false)),
          Architecture.RESNET8_MINI,
          manager,
          DataType.FLOAT32,
          new SplittableRandom(5));

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray images(int count, long seed) {
    return Init.normal(
        manager, new Shape(count, 3, 16, 16), DataType.FLOAT32, new SplittableRandom(seed));
  }

  /// Two batches of images 100 to 107 and 200 to 207 are in the queue.
  private void fill() {
    for (int batch = 1; batch <= 2; batch++) {
      int first = 100 * batch;
      int[] samples = IntStream.range(first, first + 8).toArray();
      contrast.contrast(
          images(8, batch),
          images(8, -batch),
          new Origin(samples, LABELS),
          true,
          new SplittableRandom(batch));
      contrast.enqueueKeys();
    }
  }

  private List<Query> look(boolean synthesising) {
    try (NDManager scratch = manager.newSubManager()) {
      NDArray first = images(3, 7);
      NDArray second = images(3, 8);
      first.attach(scratch);
      second.attach(scratch);
      return contrast.look(
          first,
          second,
          new Origin(new int[] {11, 12, 13}, new int[] {0, 1, 2}),
          synthesising,
          new SplittableRandom(9));
    }
  }

  @Test
  void lookingChangesNothingAndLeavesNothingBehind() {
    fill();
    String before = ParameterHash.of(contrast.state());
    int arrays = manager.getManagedArrays().size();

    look(true);

    assertThat(ParameterHash.of(contrast.state())).isEqualTo(before);
    assertThat(manager.getManagedArrays()).hasSize(arrays);
  }

  @Test
  void keysAreTheNearestOfTheQueueWithTheirImages() {
    fill();
    float[] queue = contrast.state().get("queue").toFloatArray();
    long[] samples = contrast.state().get("queue_samples").toLongArray();
    for (Query query : look(true)) {
      // The queue is shorter than what is kept: all of it is.
      assertThat(query.memory().size()).isEqualTo(QUEUE);
      double last = 2;
      for (int k = 0; k < QUEUE; k++) {
        double cosine = product(query.vector(), query.memory().vectors(), k);
        assertThat(cosine).isLessThanOrEqualTo(last + 1e-6);
        last = cosine;
        int row = rowOf(queue, query.memory().vectors(), k);
        assertThat(query.memory().samples()[k]).isEqualTo((int) samples[row]);
        boolean isRandom = query.memory().samples()[k] < 0;
        assertThat(query.memory().labels()[k])
            .isEqualTo(isRandom ? -1 : LABELS[query.memory().samples()[k] % 100]);
      }
      assertThat(product(query.vector(), query.vector(), 0)).isCloseTo(1, within(1e-5));
    }
  }

  private static double product(float[] one, float[] rows, int row) {
    double sum = 0;
    for (int d = 0; d < P; d++) {
      sum += (double) one[d] * rows[row * P + d];
    }
    return sum;
  }

  private static int rowOf(float[] queue, float[] vectors, int k) {
    for (int row = 0; row < QUEUE; row++) {
      boolean same = true;
      for (int d = 0; d < P; d++) {
        same &= queue[row * P + d] == vectors[k * P + d];
      }
      if (same) {
        return row;
      }
    }
    throw new AssertionError("key " + k + " is not in the queue");
  }

  @Test
  void parentsAreAmongTheHardest() {
    fill();
    for (Query query : look(true)) {
      assertThat(query.mixes().size()).isEqualTo(9);
      assertThat(IntStream.of(query.mixes().second())).allMatch(place -> place >= 0 && place < 6);
      assertThat(IntStream.of(query.mixes().first())).allMatch(place -> place >= -1 && place < 6);
      assertThat(IntStream.of(query.mixes().first()).filter(place -> place == -1)).hasSize(4);
    }
  }

  @Test
  void beforeSynthesisNothingIsMixed() {
    fill();
    assertThat(look(false)).allMatch(query -> query.mixes().size() == 0);
  }
}
