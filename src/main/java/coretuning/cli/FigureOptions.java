package coretuning.cli;

import coretuning.figure.Figure;
import coretuning.figure.FigureFile;
import coretuning.figure.Style;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// How figures are written.
final class FigureOptions {
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

  /// Draws a figure into a PNG file.
  ///
  /// @param aspect width over height
  void write(Figure figure, Path file, double aspect) {
    FigureFile.writePng(
        figure,
        file,
        width,
        (int) Math.round(width / aspect),
        dpi,
        dark ? Style.DARK : Style.LIGHT);
  }
}
