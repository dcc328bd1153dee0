package coretuning.figure;

import coretuning.spec.ColourSet;
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

  private Palette(List<Color> categories) {
    this.categories = List.copyOf(categories);
  }

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
    List<Color> colors = of(style).categories;
    return colors.get(Math.floorMod(index, colors.size()));
  }

  private static Palette of(Style style) {
    boolean isDark = style.isDark();
    return switch (style.colours()) {
      case STANDARD -> isDark ? DARK : LIGHT;
      case BRIGHT -> isDark ? Rest.BRIGHT_DARK : Rest.BRIGHT;
      case GREY -> isDark ? Rest.GREY_DARK : Rest.GREY;
    };
  }

  /// The palettes that most never ask for: made with the first use.
  private static final class Rest {
    private static final int[] TOL = {
      0x4477aa, 0xee6677, 0x228833, 0xccbb44, 0x66ccee, 0xaa3377, 0xbbbbbb
    };
    private static final Palette BRIGHT = new Palette(Style.LIGHT.background(), 0.42, 0.80, TOL);
    private static final Palette BRIGHT_DARK =
        new Palette(Style.DARK.background(), 0.52, 0.90, TOL);
    private static final Palette GREY = greys(0.25, 0.82);
    private static final Palette GREY_DARK = greys(0.95, 0.42);

    /// Steps of lightness, as far apart as a sequence without end can keep them.
    private static Palette greys(double first, double last) {
      var shades = new ArrayList<Color>();
      for (int i = 0; i < LARGEST; i++) {
        shades.add(OkLab.polar(first + (last - first) * radicalInverse(i), 0, 0).color());
      }
      return new Palette(shades);
    }

    /// Van der Corput's sequence: 0, 1/2, 1/4, 3/4, 1/8 ...
    private static double radicalInverse(int index) {
      return Integer.toUnsignedLong(Integer.reverse(index)) / 4294967296.0;
    }
  }

  /// Colour of a magnitude: perceptually even steps that leave the background (nothing) through
  /// green and blue to violet (much), or from violet to yellow on a dark background.
  ///
  /// @param share in [0, 1]; values outside are clipped
  public static Color sequential(double share, Style style) {
    double t = Math.clamp(share, 0.0, 1.0);
    if (style.colours() == ColourSet.GREY) {
      double ground = OkLab.of(style.background()).lightness();
      return OkLab.polar(ground + (style.isDark() ? 0.95 - ground : 0.15 - ground) * t, 0, 0)
          .color();
    }
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
