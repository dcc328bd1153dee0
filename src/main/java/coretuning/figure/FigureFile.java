package coretuning.figure;

import coretuning.file.AtomicFile;
import coretuning.spec.Sheet;
import java.nio.file.Path;

/// Writes figures to files, at any size and resolution.
public final class FigureFile {
  private FigureFile() {}

  /// Writes a figure in the format that the file's name ends with. Letters and lines keep their
  /// size in inches: a PNG of 2000 pixels at 300 dpi has the layout of one of 640 pixels at 96 dpi.
  /// The file appears whole or not at all; an older one of that name is replaced, and missing
  /// folders are made.
  ///
  /// @param sheet size on paper; of no meaning for CSV
  /// @throws IllegalArgumentException if the name ends with no format's ending
  /// @throws coretuning.result.Problem when the file cannot be written
  public static void write(
      Figure figure, Path file, Sheet sheet, Style style, FigureOrigin origin) {
    FigureFormat format =
        FigureFormat.of(file)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "a figure's file must end with .png, .svg, .pdf or .csv, got "
                        + file.getFileName()));
    switch (format) {
      case PNG -> AtomicFile.write(file, out -> PngFile.write(figure, sheet, style, origin, out));
      case SVG -> AtomicFile.write(file, out -> SvgFile.write(figure, sheet, style, origin, out));
      case PDF -> AtomicFile.write(file, out -> PdfFile.write(figure, sheet, style, origin, out));
      case CSV -> AtomicFile.writeText(file, figure.data().csv());
    }
  }

  /// Draws a figure into a PNG file that says nothing about its origin; see [#write].
  ///
  /// @param width in pixels, 16 to 20000
  /// @param height in pixels, 16 to 20000
  /// @param dpi dots per inch, 30 to 2400
  /// @throws coretuning.result.Problem when the file cannot be written
  public static void writePng(
      Figure figure, Path file, int width, int height, int dpi, Style style) {
    Sheet sheet = Sheet.ofPixels(width, height, dpi);
    AtomicFile.write(file, out -> PngFile.write(figure, sheet, style, FigureOrigin.none(), out));
  }
}
