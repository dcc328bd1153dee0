package coretuning.transform;

import static coretuning.transform.Images.pixel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.data.RandomStream;
import coretuning.spec.TransformSpec;
import java.awt.Color;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ColourTest {
  private final RandomGenerator random = RandomStream.of(2);

  @Test
  void brightnessMultipliesAndStopsAtWhite() {
    assertPixel(image -> Colour.brightness(image, 1.5f), pixel(.2f, .4f, .8f), .3f, .6f, 1);
  }

  @Test
  void contrastMixesWithTheMeanLumaOfTheWholeImage() {
    Image image = new Image(1, 2, new float[] {1, 0, 0, 0, 0, .5f});
    Colour.contrast(image, .5f);

    float mean = (.299f + .5f * .114f) / 2;
    float half = mean / 2;
    assertThat(image.pixels())
        .containsExactly(
            new float[] {.5f + half, half, half, half, half, .25f + half}, within(1e-6f));
  }

  @Test
  void saturationMixesWithTheLumaOfThePixel() {
    float gray = .299f * .2f + .587f * .4f + .114f * .8f;

    assertPixel(image -> Colour.saturation(image, 0), pixel(.2f, .4f, .8f), gray, gray, gray);
    assertPixel(
        image -> Colour.saturation(image, 1.5f),
        pixel(.2f, .4f, .8f),
        1.5f * .2f - .5f * gray,
        1.5f * .4f - .5f * gray,
        1);
  }

  @Test
  void grayscaleIsTheLuma() {
    float gray = .299f * .1f + .587f * .7f + .114f * .3f;

    assertPixel(Colour::grayscale, pixel(.1f, .7f, .3f), gray, gray, gray);
  }

  @Test
  void aThirdOfATurnMakesRedGreenAndGreenBlue() {
    assertPixel(image -> Colour.hue(image, 1 / 3f), pixel(1, 0, 0), 0, 1, 0);
    assertPixel(image -> Colour.hue(image, 1 / 3f), pixel(0, 1, 0), 0, 0, 1);
    assertPixel(image -> Colour.hue(image, -1 / 3f), pixel(1, 0, 0), 0, 0, 1);
  }

  @Test
  void grayHasNoHue() {
    assertPixel(image -> Colour.hue(image, .4f), pixel(.3f, .3f, .3f), .3f, .3f, .3f);
  }

  @Test
  void hueAgreesWithTheJavaLibraryOnRandomColours() {
    for (int trial = 0; trial < 500; trial++) {
      int[] rgb = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
      float turns = random.nextFloat() - .5f;
      float[] hsb = Color.RGBtoHSB(rgb[0], rgb[1], rgb[2], null);
      float[] expected =
          new Color(Color.HSBtoRGB(hsb[0] + turns, hsb[1], hsb[2])).getRGBColorComponents(null);
      Image image = pixel(rgb[0] / 255f, rgb[1] / 255f, rgb[2] / 255f);
      Colour.hue(image, turns);

      assertThat(image.pixels()).containsExactly(expected, within(.5f / 255 + 1e-4f));
    }
  }

  @Test
  void jitterWithoutStrengthChangesNothing() {
    Image image = Images.random(3, 3, random);
    float[] before = image.pixels().clone();
    new ColourJitter(new TransformSpec.ColourJitter(0, 0, 0, 0, 1)).apply(image, random);

    assertThat(image.pixels()).isEqualTo(before);
  }

  @Test
  void brightnessJitterIsUniformAroundOne() {
    double least = 9;
    double most = 0;
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      Image image = pixel(.5f, .5f, .5f);
      new ColourJitter(new TransformSpec.ColourJitter(.4, 0, 0, 0, 1)).apply(image, random);
      double factor = image.pixels()[0] / .5;
      least = Math.min(least, factor);
      most = Math.max(most, factor);
      sum += factor / 2000;
    }

    assertThat(least).isBetween(.6, .61);
    assertThat(most).isBetween(1.39, 1.4);
    // Standard deviation of the mean: 0.8 / sqrt(12 * 2000) = 0.005.
    assertThat(sum).isEqualTo(1, within(.025));
  }

  @Test
  void jitterComesInEveryOrder() {
    // White stays white under brightness above 1 only if contrast comes later than the clipping:
    // with fixed strengths different orders give different results.
    Image image = new Image(1, 2, new float[] {1, .1f, .9f, .2f, .2f, .3f});
    var spec = new TransformSpec.ColourJitter(.8, .8, .8, .5, 1);
    int different =
        Images.changed(50, image, () -> new ColourJitter(spec).apply(Images.copy(image), random));

    assertThat(different).isEqualTo(50);
  }

  @Test
  void jitterKeepsWithinTheUnitRange() {
    var spec = new TransformSpec.ColourJitter(1, 1, 1, .5, 1);
    for (int trial = 0; trial < 200; trial++) {
      Image image = Images.random(4, 4, random);
      new ColourJitter(spec).apply(image, random);
      for (float value : image.pixels()) {
        assertThat(value).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void jitterAndGrayscaleHappenAsOftenAsTheirProbabilitySays() {
    Image image = pixel(.1f, .5f, .9f);
    var jitter = new ColourJitter(new TransformSpec.ColourJitter(.4, .4, .4, .1, .8));

    // 1000 draws at 0.8: standard deviation 13; at 0.2 too.
    assertThat(Images.changed(1000, image, () -> jitter.apply(Images.copy(image), random)))
        .isBetween(745, 855);
    var grayscale = new Grayscale(.2);
    assertThat(Images.changed(1000, image, () -> grayscale.apply(Images.copy(image), random)))
        .isBetween(145, 255);
  }

  private static void assertPixel(Consumer<Image> change, Image image, float... expected) {
    change.accept(image);
    assertThat(image.pixels())
        .as(Arrays.toString(expected))
        .containsExactly(expected, within(1e-5f));
  }
}
