package coretuning.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.spec.Architecture;
import coretuning.spec.DeviceChoice;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.spec.SynthesisSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Compute;
import coretuning.tensor.Init;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentumContrastTest {
  private static final int IMAGES = 8;
  private static final int QUEUE = 12;
  private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 0, 1};

  @BeforeAll
  static void startEngine() {
    Compute.start(DeviceChoice.CPU);
  }

  private static MomentumContrast moco(NDManager manager, double keyMomentum, int groups) {
    return new MomentumContrast(
        new PretrainSpec.MocoV2(momentum(keyMomentum, groups, false)),
        Architecture.RESNET8_MINI,
        manager,
        DataType.FLOAT32,
        new SplittableRandom(5));
  }

  private static MomentumSpec momentum(double keyMomentum, int groups, boolean symmetric) {
    return new MomentumSpec(0.2, QUEUE, keyMomentum, 16, groups, symmetric);
  }

  private static MomentumContrast of(PretrainSpec method, NDManager manager) {
    return new MomentumContrast(
        method, Architecture.RESNET8_MINI, manager, DataType.FLOAT32, new SplittableRandom(5));
  }

  private static NDArray images(NDManager manager, long seed) {
    return Init.normal(
        manager, new Shape(IMAGES, 3, 16, 16), DataType.FLOAT32, new SplittableRandom(seed));
  }

  @Test
  void equalEncodersGiveEqualViewsACosineOfOne() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var contrast = moco(manager, 0, 1);
      NDArray view = images(manager, 1);
      var result =
          contrast.contrast(view, view, Origin.ofLabels(LABELS), false, new SplittableRandom(1));

      assertThat(result.logits().getShape()).isEqualTo(new Shape(IMAGES, 1 + QUEUE));
      for (float own : result.logits().get(":, 0").toFloatArray()) {
        assertThat(own).isCloseTo(1 / 0.2f, within(1e-4f));
      }
    }
  }

  @Test
  void keyEncoderFollowsByItsMomentum() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var contrast = moco(manager, 0.75, 1);
      NDArray query = contrast.state().get("encoder_q.conv1.weight");
      NDArray key = contrast.state().get("encoder_k.conv1.weight");
      float before = key.toFloatArray()[0];
      query.addi(1);
      contrast.contrast(
          images(manager, 1),
          images(manager, 2),
          Origin.ofLabels(LABELS),
          false,
          new SplittableRandom(1));

      assertThat(key.toFloatArray()[0]).isCloseTo(before + 0.25f, within(1e-6f));
    }
  }

  @Test
  void gradientReachesTheQueryEncoderAndNothingOfTheKeys() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var contrast = moco(manager, 0.9, 2);
      NDArray loss =
          Autograd.recording(() ->
              contrast
                  .contrast(
                      images(manager, 1),
                      images(manager, 2),
                      Origin.ofLabels(LABELS),
                      false,
                      new SplittableRandom(1))
                  .loss());
      Autograd.backward(loss);

      for (String name : contrast.learnt().trainableNames()) {
        NDArray gradient = Autograd.gradient(contrast.learnt().get(name));
        assertThat(gradient.abs().sum().getFloat()).as(name).isGreaterThan(0);
        NDArray keyGradient = Autograd.gradient(contrast.state().get("encoder_k." + name));
        assertThat(keyGradient.abs().sum().getFloat()).as(name).isZero();
      }
    }
  }

  @Test
  void keysEnterTheQueueInTheOrderOfTheirImagesWhateverTheGroups() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var contrast = moco(manager, 0, 4);
      NDArray one = images(manager, 1).get("0:1").repeat(0, IMAGES);
      contrast.contrast(one, one, Origin.ofLabels(LABELS), false, new SplittableRandom(2));
      contrast.enqueueKeys();

      // Equal images in groups of equal images: every key is the same, so any order shows.
      float[] queue = contrast.state().get("queue").toFloatArray();
      for (int image = 1; image < IMAGES; image++) {
        for (int d = 0; d < 16; d++) {
          assertThat(queue[image * 16 + d]).isCloseTo(queue[d], within(1e-5f));
        }
      }
      assertThat(contrast.state().get("queue_ptr").toLongArray()).containsExactly(IMAGES);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void stepsLeaveNothingBehind(boolean mixing) {
    try (NDManager manager = NDManager.newBaseManager()) {
      var synthesis = new SynthesisSpec(6, 4, 3, 0.5, 0, true);
      var contrast =
          mixing
              ? of(new PretrainSpec.Mochi(momentum(0.9, 2, true), synthesis), manager)
              : moco(manager, 0.9, 2);
      int before = manager.getManagedArrays().size();
      for (int i = 0; i < 3; i++) {
        try (NDManager scratch = manager.newSubManager()) {
          var result =
              Autograd.recording(() ->
                  contrast.contrast(
                      images(scratch, 1),
                      images(scratch, 2),
                      Origin.ofLabels(LABELS),
                      mixing,
                      new SplittableRandom(1)));
          Autograd.backward(result.loss());
          contrast.enqueueKeys();
        }
      }
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void mochiAddsSyntheticNegativesAfterItsWarmUpOnly() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var synthesis = new SynthesisSpec(6, 4, 3, 0.5, 2, false);
      var contrast = of(new PretrainSpec.Mochi(momentum(0.9, 1, false), synthesis), manager);
      NDArray one = images(manager, 1);
      NDArray two = images(manager, 2);

      var warm =
          contrast.contrast(one, two, Origin.ofLabels(LABELS), false, new SplittableRandom(1));
      var after =
          contrast.contrast(one, two, Origin.ofLabels(LABELS), true, new SplittableRandom(1));

      assertThat(warm.logits().getShape()).isEqualTo(new Shape(IMAGES, 1 + QUEUE));
      assertThat(warm.parents()).isEmpty();
      assertThat(after.logits().getShape()).isEqualTo(new Shape(IMAGES, 1 + QUEUE + 7));
      assertThat(after.parents()).hasSize(1);
      assertThat(after.loss().getFloat()).isGreaterThan(warm.loss().getFloat());
      assertThat(contrast.state().get("queue").getShape()).isEqualTo(new Shape(QUEUE, 16));
    }
  }

  @Test
  void theSymmetricLossIsTheMeanOfBothDirections() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray one = images(manager, 1);
      NDArray two = images(manager, 2);
      // A momentum of 0 and no update between: both encoders stay equal in every call.
      var both = of(new PretrainSpec.MocoV2(momentum(0, 1, true)), manager);
      var single = of(new PretrainSpec.MocoV2(momentum(0, 1, false)), manager);

      float mean =
          both.contrast(one, two, Origin.ofLabels(LABELS), false, new SplittableRandom(1))
              .loss()
              .getFloat();
      float there =
          single
              .contrast(one, two, Origin.ofLabels(LABELS), false, new SplittableRandom(1))
              .loss()
              .getFloat();
      float back =
          single
              .contrast(two, one, Origin.ofLabels(LABELS), false, new SplittableRandom(1))
              .loss()
              .getFloat();

      assertThat(mean).isCloseTo((there + back) / 2, within(1e-5f));
      both.enqueueKeys();
      assertThat(both.state().get("queue_ptr").toLongArray()).containsExactly(2 * IMAGES % QUEUE);
    }
  }

  @Test
  void theClassOracleLeavesKeysOfTheOwnClassOutOfTheLoss() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var oracle = new SynthesisSpec(2, 0, 0, 0.5, 0, true);
      var contrast = of(new PretrainSpec.Mochi(momentum(0, 1, false), oracle), manager);
      NDArray one = images(manager, 1);
      contrast.contrast(one, one, Origin.ofLabels(LABELS), true, new SplittableRandom(1));
      contrast.enqueueKeys();

      var result =
          contrast.contrast(one, one, Origin.ofLabels(LABELS), true, new SplittableRandom(1));

      long[] keys = contrast.keyLabels();
      assertThat(keys).startsWith(0, 1, 2, 0, 1, 2, 0, 1, -1);
      float[] logits = result.logits().toFloatArray();
      for (int i = 0; i < IMAGES; i++) {
        for (int key = 0; key < QUEUE; key++) {
          float score = logits[i * (1 + QUEUE) + 1 + key];
          if (keys[key] == LABELS[i]) {
            assertThat(score).isLessThan(-1000);
          } else {
            assertThat(score).isBetween(-5.01f, 5.01f);
          }
        }
      }
    }
  }

  @Test
  void mocoV1ProjectsByOneLayerMocoV2ByTwo() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var first = of(new PretrainSpec.MocoV1(momentum(0, 1, false)), manager);
      var second = of(new PretrainSpec.MocoV2(momentum(0, 1, false)), manager);

      assertThat(first.learnt().names()).contains("fc.weight", "fc.bias");
      assertThat(second.learnt().names()).contains("fc.0.weight", "fc.2.bias");
    }
  }
}
