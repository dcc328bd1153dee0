package coretuning.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.data.RandomStream;
import org.junit.jupiter.api.Test;

class GaussianBlurTest {

  @Test
  void theKernelIsAGaussianCutOffAtThreeSigma() {
    float[] kernel = GaussianBlur.kernel(1.2);

    assertThat(kernel).hasSize(2 * 4 + 1);
    double sum = 0;
    for (int k = 0; k < kernel.length; k++) {
      sum += kernel[k];
      assertThat(kernel[k] / kernel[4])
          .isEqualTo((float) Math.exp(-(k - 4) * (k - 4) / (2 * 1.44)), within(1e-5f));
    }
    assertThat(sum).isEqualTo(1, within(1e-6));
  }

  @Test
  void blurIsTheNaiveConvolutionWithTheBorderContinued() {
    var random = RandomStream.of(3);
    Image image = Images.random(4, 5, random);
    Image blurred = Images.copy(image);
    GaussianBlur.blur(blurred, 0.9);

    float[] kernel = GaussianBlur.kernel(0.9);
    int radius = kernel.length / 2;
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 5; x++) {
          double sum = 0;
          for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
              int fromY = Math.clamp(y + dy, 0, 3);
              int fromX = Math.clamp(x + dx, 0, 4);
              sum +=
                  kernel[dy + radius]
                      * kernel[dx + radius]
                      * image.pixels()[channel * 20 + fromY * 5 + fromX];
            }
          }
          assertThat(blurred.pixels()[channel * 20 + y * 5 + x])
              .isEqualTo((float) sum, within(1e-5f));
        }
      }
    }
  }

  @Test
  void blurHappensAsOftenAsItsProbabilitySays() {
    var random = RandomStream.of(4);
    Image image = Images.random(3, 3, random);
    var blur = new GaussianBlur(.5, 2, .5);

    assertThat(Images.changed(1000, image, () -> blur.apply(Images.copy(image), random)))
        .isBetween(430, 570);
  }
}
