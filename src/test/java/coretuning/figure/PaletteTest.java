package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
  private static final List<Style> STYLES = List.of(Style.LIGHT, Style.DARK);

  @Test
  void twoHundredClassesHaveDifferentColoursThatShowOnTheBackground() {
    for (Style style : STYLES) {
      var seen = new HashSet<Color>();
      for (int i = 0; i < 200; i++) {
        Color color = Palette.category(i, style);
        assertThat(seen.add(color)).isTrue();
        assertThat(OkLab.of(color).distance(OkLab.of(style.background()))).isGreaterThan(0.15);
      }
    }
  }

  @Test
  void theFirstTenColoursAreFarApartAndAHundredStillApart() {
    for (Style style : STYLES) {
      assertThat(closest(10, style)).isGreaterThan(0.09);
      assertThat(closest(100, style)).isGreaterThan(0.04);
    }
  }

  private static double closest(int n, Style style) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        OkLab one = OkLab.of(Palette.category(i, style));
        least = Math.min(least, one.distance(OkLab.of(Palette.category(k, style))));
      }
    }
    return least;
  }

  @Test
  void magnitudesGetSteadilyMoreContrastToTheBackground() {
    for (Style style : STYLES) {
      double before = -1;
      OkLab background = OkLab.of(style.background());
      for (int i = 0; i <= 20; i++) {
        OkLab color = OkLab.of(Palette.sequential(i / 20.0, style));
        double contrast = Math.abs(color.lightness() - background.lightness());
        assertThat(contrast).isGreaterThan(before);
        before = contrast;
      }
      assertThat(before).isGreaterThan(0.6);
    }
  }

  @Test
  void colourSpaceConversionIsItsOwnInverse() {
    for (int rgb : new int[] {0x000000, 0xffffff, 0x0072b2, 0xd55e00, 0x123456}) {
      assertThat(OkLab.of(new Color(rgb)).color()).isEqualTo(new Color(rgb));
    }
    assertThat(OkLab.of(Color.WHITE).lightness()).isCloseTo(1, within(1e-3));
  }
}
