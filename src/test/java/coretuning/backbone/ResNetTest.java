package coretuning.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.spec.Architecture;
import coretuning.spec.DeviceChoice;
import coretuning.tensor.Compute;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResNetTest {
  @BeforeAll
  static void startEngine() {
    Compute.start(DeviceChoice.CPU);
  }

  @ParameterizedTest
  @CsvSource({
    "RESNET18, 512, 11689512",
    "RESNET34, 512, 21797672",
    "RESNET50, 2048, 25557032",
    "RESNET101, 2048, 44549160",
    "RESNET152, 2048, 60192808",
    "RESNEXT50_32X4D, 2048, 25028904",
    "RESNEXT101_32X8D, 2048, 88791336",
    "WIDE_RESNET50_2, 2048, 68883240"
  })
  void hasTorchvisionsParameterCountWithAThousandWayHead(
      Architecture architecture, int featureSize, long expected) {
    try (NDManager manager = NDManager.newBaseManager()) {
      var random = new SplittableRandom(1);
      var net = new ResNet(architecture, manager, DataType.FLOAT32, random);
      var head = new Classifier(featureSize, 1000, true, manager, DataType.FLOAT32, random);

      assertThat(net.featureSize()).isEqualTo(featureSize);
      assertThat(net.parameters().trainableCount() + head.parameters().trainableCount())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"RESNET20, 64, 28", "RESNET8_MINI, 128, 14"})
  void smallImageNetworksHaveAThirdOfAMillionParameters(
      Architecture architecture, int featureSize, int firstMap) {
    try (NDManager manager = NDManager.newBaseManager()) {
      var net = new ResNet(architecture, manager, DataType.FLOAT32, new SplittableRandom(1));
      var images = manager.ones(new Shape(2, 3, 28, 28));

      assertThat(net.stageMaps(images, false).getFirst().getShape().slice(2))
          .isEqualTo(new Shape(firstMap, firstMap));
      assertThat(net.features(images, false).getShape()).isEqualTo(new Shape(2, featureSize));
      assertThat(net.parameters().trainableCount()).isBetween(250_000L, 350_000L);
    }
  }

  @ParameterizedTest
  @CsvSource({"RESNET18_CIFAR, 512, 32, 4", "RESNET20, 64, 32, 8"})
  void aSmallStemKeepsTheResolution(Architecture architecture, int size, int first, int last) {
    try (NDManager manager = NDManager.newBaseManager()) {
      var net = new ResNet(architecture, manager, DataType.FLOAT32, new SplittableRandom(1));
      var maps = net.stageMaps(manager.ones(new Shape(1, 3, 32, 32)), false);

      assertThat(maps.getFirst().getShape().slice(2)).isEqualTo(new Shape(first, first));
      assertThat(maps.getLast().getShape().slice(1)).isEqualTo(new Shape(size, last, last));
    }
  }

  @Test
  void twiceTheWidthIsTwiceTheFeature() {
    assertThat(Plan.of(Architecture.RESNET50_W2).featureSize()).isEqualTo(4096);
    assertThat(ParameterShapes.of(Architecture.RESNET50_W2))
        .containsEntry("conv1.weight", List.of(128L, 3L, 7L, 7L))
        .containsEntry("layer4.2.conv2.weight", List.of(1024L, 1024L, 3L, 3L));
  }

  @Test
  void imagenetNetworksUseTorchvisionsNames() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var net =
          new ResNet(Architecture.RESNET50, manager, DataType.FLOAT32, new SplittableRandom(1));

      assertThat(net.parameters().names())
          .hasSize(265)
          .startsWith("conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean")
          .contains("layer1.0.downsample.0.weight", "layer4.2.bn3.running_var");
    }
  }

  @Test
  void sameSeedGivesTheSameFeatures() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var images = manager.arange(2 * 3 * 16 * 16f).reshape(2, 3, 16, 16).div(1000);
      float[][] features = new float[2][];
      for (int i = 0; i < 2; i++) {
        var net =
            new ResNet(Architecture.RESNET20, manager, DataType.FLOAT32, new SplittableRandom(7));
        features[i] = net.features(images, true).toFloatArray();
      }

      assertThat(features[1]).containsExactly(features[0]);
      assertThat(features[0]).doesNotContain(Float.NaN);
      for (float value : features[0]) {
        assertThat(value).isGreaterThanOrEqualTo(0);
      }
    }
  }
}
