package coretuning.cli;

import coretuning.figure.FigureFormat;
import coretuning.spec.ColourSet;
import coretuning.spec.FigureLook;
import coretuning.spec.Sheet;
import coretuning.spec.Surround;
import java.util.List;
import picocli.CommandLine.Option;

/// How figures are written.
final class FigureOptions {
  private static final double FONT_SIZE = 8.25;
  private static final int LEAST_WIDTH = 200;
  private static final int MOST_WIDTH = 18_000;
  private static final int LEAST_DPI = 30;
  private static final int MOST_DPI = 2400;

  @Option(
      names = "--figure-width",
      description = "Width of figures in pixels (default ${DEFAULT-VALUE}).",
      defaultValue = "1600")
  private int width;

  @Option(
      names = "--figure-dpi",
      description = "Resolution of figures; more makes letters larger (default ${DEFAULT-VALUE}).",
      defaultValue = "150")
  private int dpi;

  @Option(names = "--figure-dark", description = "Light letters on a dark ground.")
  private boolean dark;

  @Option(
      names = "--figure-format",
      paramLabel = "FORMAT",
      split = ",",
      description =
          "Formats of figures: png, svg, pdf, csv (the numbers behind it); several with commas"
              + " between (default ${DEFAULT-VALUE}).",
      defaultValue = "png")
  private List<FigureFormat> formats = List.of(FigureFormat.PNG);

  @Option(
      names = "--figure-recipes",
      description = "Save beside each figure the recipe that `export --recipe` draws again.")
  private boolean recipes;

  /// Checks that figures of any shape can be drawn at this size.
  ///
  /// @throws IllegalArgumentException if they cannot
  void requireDrawable() {
    require("figure width", width, LEAST_WIDTH, MOST_WIDTH);
    require("figure dpi", dpi, LEAST_DPI, MOST_DPI);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must lie in [%d, %d], got %d".formatted(name, least, most, value));
    }
  }

  /// The formats to write, each once.
  List<FigureFormat> formats() {
    return formats.stream().distinct().toList();
  }

  /// Whether each figure gets its recipe beside it.
  boolean wantsRecipes() {
    return recipes;
  }

  /// How figures look.
  ///
  /// @param aspect width over height
  FigureLook look(double aspect) {
    return new FigureLook(
        Sheet.ofPixels(width, (int) Math.round(width / aspect), dpi),
        FONT_SIZE,
        dark ? FigureLook.Ground.DARK : FigureLook.Ground.LIGHT,
        Surround.FULL,
        ColourSet.STANDARD);
  }
}
