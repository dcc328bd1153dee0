package coretuning.spec;

/// How a figure is drawn on paper.
///
/// @param fontSize of tick labels in points of 1/72 inch, in [3, 75]; titles are larger
/// @param surround titles and legends
/// @param colours of categories and magnitudes
public record FigureLook(
    Sheet sheet, double fontSize, Ground ground, Surround surround, ColourSet colours) {
  private static final double LEAST_FONT = 3;
  private static final double MOST_FONT = 75;

  /// What a figure stands on.
  public enum Ground {
    /// Dark letters on white.
    LIGHT,
    /// Light letters on dark grey.
    DARK,
    /// Dark letters on nothing.
    CLEAR,
    /// Light letters on nothing, for dark slides.
    CLEAR_DARK
  }

  public FigureLook {
    if (!(fontSize >= LEAST_FONT && fontSize <= MOST_FONT)) {
      throw new IllegalArgumentException(
          "font size must lie in [%s, %s] points, got %s"
              .formatted(LEAST_FONT, MOST_FONT, fontSize));
    }
  }

  /// Across the page of a paper, 170 x 105 mm at 300 dpi, letters of 8 points on white.
  public static FigureLook standard() {
    return new FigureLook(
        new Sheet(170, 105, Sheet.Unit.MM, 300),
        8,
        Ground.LIGHT,
        Surround.FULL,
        ColourSet.STANDARD);
  }

  /// The same look on another sheet.
  public FigureLook withSheet(Sheet newSheet) {
    return new FigureLook(newSheet, fontSize, ground, surround, colours);
  }
}
