package coretuning.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.spec.Architecture;
import coretuning.spec.DeviceChoice;
import coretuning.spec.PretrainSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Compute;
import coretuning.tensor.Init;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MomentumContrastTest {
  private static final int IMAGES = 8;
  private static final int QUEUE = 12;

  @BeforeAll
  static void startEngine() {
    Compute.start(DeviceChoice.CPU);
  }

  private static MomentumContrast moco(NDManager manager, double keyMomentum, int groups) {
    return new MomentumContrast(
        new PretrainSpec.MocoV2(0.2, QUEUE, keyMomentum, 16, groups),
        Architecture.RESNET8_MINI,
        manager,
        DataType.FLOAT32,
        new SplittableRandom(5));
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
      var result = contrast.contrast(view, view, new SplittableRandom(1));

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
      contrast.contrast(images(manager, 1), images(manager, 2), new SplittableRandom(1));

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
                  .contrast(images(manager, 1), images(manager, 2), new SplittableRandom(1))
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
      contrast.contrast(one, one, new SplittableRandom(2));
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

  @Test
  void stepsLeaveNothingBehind() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var contrast = moco(manager, 0.9, 2);
      int before = manager.getManagedArrays().size();
      for (int i = 0; i < 3; i++) {
        try (NDManager scratch = manager.newSubManager()) {
          var result =
              Autograd.recording(() ->
                  contrast.contrast(
                      images(scratch, 1), images(scratch, 2), new SplittableRandom(1)));
          Autograd.backward(result.loss());
          contrast.enqueueKeys();
        }
      }
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }
}
