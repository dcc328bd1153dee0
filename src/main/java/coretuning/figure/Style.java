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
}
