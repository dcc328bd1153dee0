package coretuning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.pretrain.MomentumContrast;
import coretuning.pretrain.Origin;
import coretuning.pretrain.Parents;
import coretuning.result.ProxyEpoch;
import coretuning.result.ProxyLook;
import coretuning.result.ProxyStep;
import coretuning.spec.Architecture;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.spec.SynthesisSpec;
import coretuning.tensor.Init;
import coretuning.testing.Tensors;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyTaskTest {
  private static final int IMAGES = 8;
  private static final int QUEUE = 40;
  private static final int SYNTHETIC = 9;
  private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 0, 1};
  private static final MomentumSpec MOMENTUM = new MomentumSpec(0.2, QUEUE, 0.5, 16, 1, true);

  private final NDManager manager = Tensors.newManager();
  private final MomentumContrast contrast =
      new MomentumContrast(
          new PretrainSpec.Mochi(MOMENTUM, new SynthesisSpec(6, 5, 4, 0.5, 0, false)),
          Architecture.RESNET8_MINI,
          manager,
          DataType.FLOAT32,
          new SplittableRandom(5));

  @AfterEach
  void close() {
    manager.close();
  }

  private MomentumContrast.Contrast batch(long seed) {
    var shape = new Shape(IMAGES, 3, 16, 16);
    NDArray first = Init.normal(manager, shape, DataType.FLOAT32, new SplittableRandom(seed));
    NDArray second = Init.normal(manager, shape, DataType.FLOAT32, new SplittableRandom(-seed));
    return contrast.contrast(
        first, second, Origin.ofLabels(LABELS), true, new SplittableRandom(seed));
  }

  private MomentumContrast.Contrast afterTwoBatches() {
    batch(1);
    contrast.enqueueKeys();
    batch(2);
    contrast.enqueueKeys();
    return batch(3);
  }

  private ProxyStep observe(MomentumContrast.Contrast result, boolean labelled) {
    return new ProxyTask(contrast, MOMENTUM, 1, labelled).observe(result, LABELS, 1);
  }

  @Test
  void queriesThatFindTheirKeyAreThoseOfNaiveLoops() {
    MomentumContrast.Contrast result = afterTwoBatches();
    float[] logits = result.logits().toFloatArray();
    int columns = 1 + QUEUE + SYNTHETIC;
    int found = 0;
    int amongAll = 0;
    for (int i = 0; i < IMAGES; i++) {
      boolean memory = true;
      boolean synthetic = true;
      for (int k = 1; k < columns; k++) {
        boolean below = logits[i * columns + k] < logits[i * columns];
        memory &= below || k > QUEUE;
        synthetic &= below || k <= QUEUE;
      }
      found += memory ? 1 : 0;
      amongAll += memory && synthetic ? 1 : 0;
    }

    ProxyStep seen = observe(result, true);

    assertThat(seen.queries()).isEqualTo(IMAGES);
    assertThat(seen.found()).isEqualTo(found);
    assertThat(seen.foundAmongAll()).isEqualTo(amongAll);
  }

  @Test
  void falseNegativesAndProbabilitiesAreThoseOfNaiveLoops() {
    MomentumContrast.Contrast result = afterTwoBatches();
    float[] logits = result.logits().toFloatArray();
    int columns = 1 + QUEUE + SYNTHETIC;
    long[] keys = contrast.keyLabels();
    // A sixteenth of the queue.
    int hardest = 2;
    long judged = 0;
    long same = 0;
    var matching = new double[QUEUE];
    for (int i = 0; i < IMAGES; i++) {
      int row = i * columns;
      List<Integer> order =
          IntStream.range(0, QUEUE)
              .boxed()
              .sorted(Comparator.comparingDouble(k -> -logits[row + 1 + k]))
              .toList();
      for (int key : order.subList(0, hardest)) {
        judged += keys[key] >= 0 ? 1 : 0;
        same += keys[key] == LABELS[i] ? 1 : 0;
      }
      double sum = 0;
      for (int k = 0; k <= QUEUE; k++) {
        sum += Math.exp(logits[row + k]);
      }
      for (int rank = 0; rank < QUEUE; rank++) {
        matching[rank] += Math.exp(logits[row + 1 + order.get(rank)]) / sum / IMAGES;
      }
    }

    ProxyLook look = observe(result, true).look().orElseThrow();

    assertThat(judged).isPositive();
    assertThat(look.judged()).isEqualTo(judged);
    assertThat(look.falseNegatives()).isEqualTo(same);
    // Ranks 1 to 32 of the 40 keys.
    assertThat(look.matching()).hasSize(10);
    for (int i = 0; i < look.matching().size(); i++) {
      assertThat(look.matching().get(i))
          .isCloseTo(matching[ProxyEpoch.RANKS.get(i) - 1], within(1e-6));
    }
  }

  @Test
  void aSyntheticNegativeIsFalseIfOneOfItsParentsIs() {
    MomentumContrast.Contrast result = afterTwoBatches();
    long[] keys = contrast.keyLabels();
    Parents parents = result.parents().getFirst();
    long judged = 0;
    long partly = 0;
    for (int i = 0; i < IMAGES * SYNTHETIC; i++) {
      long second = keys[parents.second()[i]];
      boolean ofQuery = parents.first()[i] == Parents.QUERY;
      long first = ofQuery ? second : keys[parents.first()[i]];
      if (first >= 0 && second >= 0) {
        judged++;
        int label = LABELS[i / SYNTHETIC];
        partly += first == label || second == label ? 1 : 0;
      }
    }

    ProxyLook look = observe(result, true).look().orElseThrow();

    assertThat(look.judgedSynthetic()).isEqualTo(judged).isPositive();
    assertThat(look.falseSynthetic()).isEqualTo(partly).isPositive();
  }

  @Test
  void withoutLabelsNothingIsJudged() {
    ProxyLook look = observe(afterTwoBatches(), false).look().orElseThrow();

    assertThat(look.judged()).isZero();
    assertThat(look.judgedSynthetic()).isZero();
    var tally = new ProxyTally();
    tally.add(observe(batch(4), false));
    assertThat(tally.means(1).orElseThrow().falseNegatives()).isEmpty();
    assertThat(tally.means(1).orElseThrow().falseSynthetic()).isEmpty();
  }

  @Test
  void aFewBatchesOfAnEpochAreLookedAtItsLastAmongThem() {
    MomentumContrast.Contrast result = batch(1);
    var task = new ProxyTask(contrast, MOMENTUM, 10, true);

    List<Integer> looked =
        IntStream.rangeClosed(1, 20)
            .filter(step -> task.observe(result, LABELS, step).look().isPresent())
            .boxed()
            .toList();

    assertThat(looked).containsExactly(2, 4, 6, 8, 10, 12, 14, 16, 18, 20);
    assertThat(new ProxyTask(contrast, MOMENTUM, 100, true).observe(result, LABELS, 300).look())
        .isPresent();
  }

  @Test
  void aTallyGoesOnWhereItWasSaved() {
    ProxyStep step = observe(afterTwoBatches(), true);
    var whole = new ProxyTally();
    whole.add(step);
    ProxyTally restored = ProxyTally.of(whole.values());
    whole.add(step);
    restored.add(step);

    ProxyEpoch means = whole.means(3).orElseThrow();
    assertThat(restored.means(3)).contains(means);
    assertThat(means.found()).isEqualTo((double) step.found() / IMAGES);
    assertThat(means.alignment()).isEqualTo(step.look().orElseThrow().alignment());
    assertThat(means.dimension()).isEqualTo(16);
    assertThat(new ProxyTally().means(3)).isEmpty();
  }
}
