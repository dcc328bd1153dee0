package coretuning.cli;

import coretuning.figure.Figure;
import coretuning.figure.FigureFile;
import coretuning.figure.Style;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// How figures are written.
final class FigureOptions {
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
