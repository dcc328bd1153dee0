package coretuning.transform;

import static coretuning.transform.Images.gray;
import static coretuning.transform.Images.red;
import static coretuning.transform.Images.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.data.RandomStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GeometryTest {
  private final RandomGenerator random = RandomStream.of(1);
  private final Image three = gray(row(.1f, .2f, .3f), row(.4f, .5f, .6f), row(.7f, .8f, .9f));

  @Test
  void bytesBecomeUnitValuesAndGrayIsRepeated() {
    Image image = Image.of(new byte[] {0, (byte) 255, 51, (byte) 128}, 1, 2);

    float[] expected = {0, 1, .2f, 128 / 255f};
    for (int channel = 0; channel < 3; channel++) {
      assertThat(Arrays.copyOfRange(image.pixels(), 4 * channel, 4 * channel + 4))
          .isEqualTo(expected);
    }
  }

  @Test
  void pixelsThatDoNotFillTheImageAreRefused() {
    assertThatThrownBy(() -> new Image(2, 2, new float[11]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs 12 values, got 11");
  }

  @Test
  void aCropWindowShowsBlackOutsideTheImage() {
    assertThat(red(new RandomCrop(2, 1).window(three, -1, 2))).containsExactly(0, 0, .3f, 0);
    assertThat(red(new RandomCrop(2, 0).window(three, 1, 1))).containsExactly(.5f, .6f, .8f, .9f);
    assertThat(red(new RandomCrop(1, 3).window(three, 0, 4))).containsExactly(0);
  }

  @Test
  void randomCropsTakeEveryPlaceOfThePaddedImage() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 500; i++) {
      seen.add(Arrays.toString(red(new RandomCrop(3, 1).apply(three, random))));
    }

    assertThat(seen).hasSize(9);
  }

  @Test
  void aCropLargerThanThePaddedImageIsRefused() {
    assertThatThrownBy(() -> new RandomCrop(6, 1).apply(three, random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("crop of 6 does not fit an image of 3 x 3 with padding 1");
  }

  @Test
  void enlargingIsBilinear() {
    Image enlarged = new Resize(4).apply(gray(row(0, 1), row(0, 1)), Images.unused());

    assertThat(red(enlarged)).startsWith(0, .25f, .75f, 1).hasSize(16);
  }

  @Test
  void shrinkingAveragesWithATriangle() {
    Image image = gray(row(.1f, .2f, .3f, .7f), row(.1f, .2f, .3f, .7f));

    float left = (.75f * .1f + .75f * .2f + .25f * .3f) / 1.75f;
    float right = (.25f * .2f + .75f * .3f + .75f * .7f) / 1.75f;
    assertThat(red(new Resize(2).apply(image, Images.unused())))
        .containsExactly(new float[] {left, right, left, right}, within(1e-6f));
  }

  @Test
  void aResizedWindowKnowsNothingOfItsSurroundings() {
    Image window = Resize.window(three, 1, 1, 2, 2, 2);

    assertThat(red(window)).containsExactly(.5f, .6f, .8f, .9f);
  }

  @Test
  void randomResizedCropsKeepToAreaAndRatio() {
    var crop = new RandomResizedCrop(8, 0.3, 0.6);
    for (int i = 0; i < 1000; i++) {
      RandomResizedCrop.Window window = crop.window(60, 100, random);
      double share = window.width() * window.height() / 6000.0;
      double ratio = (double) window.width() / window.height();
      assertThat(share).isBetween(0.29, 0.61);
      assertThat(ratio).isBetween(0.73, 1.37);
      assertThat(window.top()).isBetween(0, 60 - window.height());
      assertThat(window.left()).isBetween(0, 100 - window.width());
    }
  }

  @Test
  void aWindowThatNeverFitsBecomesTheLargestCentredOne() {
    var window = new RandomResizedCrop(8, 1, 1).window(10, 100, random);

    assertThat(window).isEqualTo(new RandomResizedCrop.Window(0, 43, 10, 13));
  }

  @Test
  void aRandomResizedCropHasTheAskedSize() {
    Image image = new RandomResizedCrop(5, 0.2, 1).apply(three, random);

    assertThat(new int[] {image.height(), image.width()}).containsExactly(5, 5);
    for (float value : image.pixels()) {
      assertThat(value).isBetween(.1f, .9f);
    }
  }

  @Test
  void aFlipMirrorsLeftAndRight() {
    assertThat(red(new HorizontalFlip(1).apply(Images.copy(three), random)))
        .containsExactly(.3f, .2f, .1f, .6f, .5f, .4f, .9f, .8f, .7f);
  }

  @Test
  void aFlipHappensAsOftenAsItsProbabilitySays() {
    int flips =
        Images.changed(
            1000, three, () -> new HorizontalFlip(0.3).apply(Images.copy(three), random));

    // 1000 draws: standard deviation 14.5.
    assertThat(flips).isBetween(240, 360);
  }

  @Test
  void aQuarterTurnMovesTheBottomToTheRight() {
    assertThat(red(Rotation.rotated(three, 90)))
        .containsExactly(new float[] {.3f, .6f, .9f, .2f, .5f, .8f, .1f, .4f, .7f}, within(1e-5f));
  }

  @Test
  void aSmallTurnKeepsTheCentreAndDarkensTheCorners() {
    Image white = gray(row(1, 1, 1), row(1, 1, 1), row(1, 1, 1));
    float[] turned = red(Rotation.rotated(white, 45));

    assertThat(turned[4]).isEqualTo(1, within(1e-6f));
    // The corner is sqrt(2) from the centre: 0.414 pixels beyond the border's middle.
    assertThat(turned[0]).isEqualTo((float) (2 - Math.sqrt(2)), within(1e-5f));
  }

  @Test
  void rotationByNothingNeedsNoRandomness() {
    assertThat(new Rotation(0).apply(three, Images.unused())).isSameAs(three);
  }

  @Test
  void rotationsTurnBothWays() {
    var lefts = 0;
    for (int i = 0; i < 400; i++) {
      float[] turned = red(new Rotation(30).apply(three, random));
      // Counter-clockwise, the brighter right side comes up to the top.
      lefts += turned[1] > .2f ? 1 : 0;
    }

    assertThat(lefts).isBetween(140, 260);
  }
}
