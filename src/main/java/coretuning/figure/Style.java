package coretuning.figure;

import java.awt.Color;

/// Colours and font size of a figure.
///
/// @param background of the figure
/// @param foreground text and axes
/// @param muted grid lines and unselected points
/// @param fontSize of tick labels, logical pixels; titles are larger by fixed ratios
public record Style(Color background, Color foreground, Color muted, double fontSize) {
  /// For paper and the light theme.
  public static final Style LIGHT =
      new Style(Color.WHITE, new Color(0x24292f), new Color(0xd0d7de), 11);

  /// For the dark theme.
  public static final Style DARK =
      new Style(new Color(0x22272e), new Color(0xd5dbe1), new Color(0x444c56), 11);

  public Style {
    if (!(fontSize >= 4 && fontSize <= 100)) {
      throw new IllegalArgumentException("font size must lie in [4, 100], got " + fontSize);
    }
  }

  /// The same colours with letters of another size, e.g. larger ones for slides.
  ///
  /// @param newFontSize logical pixels, in [4, 100]
  public Style withFontSize(double newFontSize) {
    return new Style(background, foreground, muted, newFontSize);
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
