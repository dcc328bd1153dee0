package coretuning.figure;

import coretuning.spec.ColourSet;
import coretuning.spec.FigureLook;
import coretuning.spec.Surround;
import java.awt.Color;

/// Look of a figure: its colours, the size of its letters, and what is drawn around the data.
///
/// @param background of the figure
/// @param foreground text and axes
/// @param muted grid lines and unselected points
/// @param fontSize of tick labels, logical pixels; titles are larger by fixed ratios
/// @param surround titles and legends
/// @param colours of categories and magnitudes
public record Style(
    Color background,
    Color foreground,
    Color muted,
    double fontSize,
    Surround surround,
    ColourSet colours) {
  private static final double LOGICAL_PER_POINT = 96.0 / 72;

  /// For paper and the light theme.
  public static final Style LIGHT =
      new Style(Color.WHITE, new Color(0x24292f), new Color(0xd0d7de), 11);

  /// For the dark theme.
  public static final Style DARK =
      new Style(new Color(0x22272e), new Color(0xd5dbe1), new Color(0x444c56), 11);

  /// The style of a look on paper.
  public static Style of(FigureLook look) {
    Style onGround =
        switch (look.ground()) {
          case LIGHT -> LIGHT;
          case DARK -> DARK;
          case CLEAR -> LIGHT.withoutBackground();
          case CLEAR_DARK -> DARK.withoutBackground();
        };
    return onGround
        .withFontSize(look.fontSize() * LOGICAL_PER_POINT)
        .withSurround(look.surround())
        .withColours(look.colours());
  }

  /// With titles, legends where they are best, and the usual colours for the data.
  public Style(Color background, Color foreground, Color muted, double fontSize) {
    this(background, foreground, muted, fontSize, Surround.FULL, ColourSet.STANDARD);
  }

  public Style {
    if (!(fontSize >= 4 && fontSize <= 100)) {
      throw new IllegalArgumentException("font size must lie in [4, 100], got " + fontSize);
    }
  }

  /// The same colours with letters of another size, e.g. larger ones for slides.
  ///
  /// @param newFontSize logical pixels, in [4, 100]
  public Style withFontSize(double newFontSize) {
    return new Style(background, foreground, muted, newFontSize, surround, colours);
  }

  /// The same look with other titles and legends.
  public Style withSurround(Surround newSurround) {
    return new Style(background, foreground, muted, fontSize, newSurround, colours);
  }

  /// The same look with other colours for the data.
  public Style withColours(ColourSet newColours) {
    return new Style(background, foreground, muted, fontSize, surround, newColours);
  }

  /// The same colours on no ground at all: what lies behind the figure shines through.
  public Style withoutBackground() {
    var clear = new Color(background.getRed(), background.getGreen(), background.getBlue(), 0);
    return new Style(clear, foreground, muted, fontSize, surround, colours);
  }

  /// Whether nothing shines through.
  boolean isOpaque() {
    return background.getAlpha() == 255;
  }

  /// Whether the background is darker than the text.
  public boolean isDark() {
    return OkLab.of(background).lightness() < OkLab.of(foreground).lightness();
  }

  /// Text of second rank: subtitles, tick labels, captions.
  Color secondary() {
    return OkLab.mix(foreground, background, 0.28);
  }

  /// Grid lines: visible, but behind everything.
  Color grid() {
    return OkLab.mix(muted, background, 0.45);
  }
}
