package coretuning.transform;

import static coretuning.transform.Images.pixel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.data.RandomStream;
import coretuning.spec.TransformSpec;
import java.awt.Color;
import java.util.Arrays;
import java.util.HashSet;
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
  void jitterAppliesItsFourChangesInADrawnOrder() {
    var spec = new TransformSpec.ColourJitter(.8, .6, .4, .5, 1);
    var orders = new HashSet<String>();
    for (int seed = 0; seed < 400; seed++) {
      Image expected = Images.random(2, 2, random);
      Image image = Images.copy(expected);
      RandomGenerator same = RandomStream.of(seed);
      same.nextDouble();
      int[] order = {0, 1, 2, 3};
      RandomStream.shuffle(order, same);
      orders.add(Arrays.toString(order));
      for (int step : order) {
        float amount = 2 * (float) same.nextDouble() - 1;
        switch (step) {
          case 0 -> Colour.brightness(expected, 1 + .8f * amount);
          case 1 -> Colour.contrast(expected, 1 + .6f * amount);
          case 2 -> Colour.saturation(expected, 1 + .4f * amount);
          default -> Colour.hue(expected, .5f * amount);
        }
      }
      new ColourJitter(spec).apply(image, RandomStream.of(seed));

      assertThat(image.pixels()).containsExactly(expected.pixels(), within(1e-4f));
    }
    assertThat(orders).hasSize(24);
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
