package coretuning.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Colours for data: categories and magnitudes, for either background.
///
/// The first ten categories are the colour-blind-safe set of Okabe and Ito (2008) in an order that
/// keeps neighbours apart, with its black replaced by a grey that shows on either background, and
/// two more hues. Further categories are chosen one by one, each as far as possible from all before
/// and from the background, so that a class keeps its colour however many classes follow.
public final class Palette {
  private static final int LARGEST = 256;
  private static final double BACKGROUND_MARGIN = 0.16;
  private static final Palette LIGHT =
      new Palette(
          Style.LIGHT.background(),
          0.42,
          0.80,
          0x0072b2,
          0xd55e00,
          0x009e73,
          0xcc79a7,
          0x56b4e9,
          0xe69f00,
          0x6f6f6f,
          0x7a4fbf,
          0xcdcb2e,
          0x8c4a2f);
  private static final Palette DARK =
      new Palette(
          Style.DARK.background(),
          0.52,
          0.90,
          0x2f8fdd,
          0xe66a1f,
          0x14b487,
          0xdd8dba,
          0x7cc8f4,
          0xf0b030,
          0xa3a9b0,
          0x9d7ce0,
          0xf0e442,
          0xa0624a);

  private final List<Color> categories;

  private Palette(Color background, double darkest, double lightest, int... first) {
    var chosen = new ArrayList<Color>();
    Arrays.stream(first).forEach(rgb -> chosen.add(new Color(rgb)));
    List<OkLab> candidates = candidates(darkest, lightest);
    double[] clearance = new double[candidates.size()];
    for (int i = 0; i < clearance.length; i++) {
      clearance[i] = candidates.get(i).distance(OkLab.of(background)) - BACKGROUND_MARGIN;
    }
    for (Color color : chosen) {
      shrink(clearance, candidates, OkLab.of(color));
    }
    while (chosen.size() < LARGEST) {
      OkLab next = candidates.get(largest(clearance));
      chosen.add(next.color());
      shrink(clearance, candidates, next);
    }
    categories = List.copyOf(chosen);
  }

  /// Colour of a category, e.g. a class or a run. From category 256 on colours repeat.
  ///
  /// @param index at least 0
  public static Color category(int index, Style style) {
    List<Color> colors = (style.isDark() ? DARK : LIGHT).categories;
    return colors.get(Math.floorMod(index, colors.size()));
  }

  /// Colour of a magnitude: perceptually even steps that leave the background (nothing) through
  /// green and blue to violet (much), or from violet to yellow on a dark background.
  ///
  /// @param share in [0, 1]; values outside are clipped
  public static Color sequential(double share, Style style) {
    double t = Math.clamp(share, 0.0, 1.0);
    if (style.isDark()) {
      double rise = OkLab.of(style.background()).lightness() + 0.02;
      return OkLab.polar(rise + (0.90 - rise) * t, 0.02 + 0.11 * Math.sqrt(t), 290 - 185 * t)
          .color();
    }
    return OkLab.polar(0.985 - 0.66 * t, 0.005 + 0.125 * Math.sqrt(t), 135 + 155 * t).color();
  }

  /// Black or white, whichever reads better on a colour.
  static Color textOn(Color color) {
    return OkLab.of(color).lightness() > 0.64 ? new Color(0x1b1f24) : Color.WHITE;
  }

  static Color translucent(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
  }

  private static List<OkLab> candidates(double darkest, double lightest) {
    var all = new ArrayList<OkLab>();
    for (double lightness = darkest; lightness <= lightest + 1e-9; lightness += 0.04) {
      for (double chroma = 0.05; chroma <= 0.26; chroma += 0.035) {
        for (double hue = 0; hue < 360; hue += 10) {
          OkLab color = OkLab.polar(lightness, chroma, hue);
          if (color.displayable()) {
            all.add(color);
          }
        }
      }
    }
    return all;
  }

  private static void shrink(double[] clearance, List<OkLab> candidates, OkLab taken) {
    for (int i = 0; i < clearance.length; i++) {
      clearance[i] = Math.min(clearance[i], candidates.get(i).distance(taken));
    }
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
