package coretuning.figure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Kinds of files that a figure can become.
public enum FigureFormat {
  /// Pixels.
  PNG,
  /// Shapes and text, for the web and drawing programs.
  SVG,
  /// Shapes and text with their font, for papers.
  PDF,
  /// The numbers behind the drawing, as comma-separated values.
  CSV;

  /// What such a file's name ends with, e.g. `.png`.
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /// The format that a file's name asks for.
  public static Optional<FigureFormat> of(Path file) {
    return of(String.valueOf(file.getFileName()));
  }

  /// The format that a name asks for, whatever else is in it.
  public static Optional<FigureFormat> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> lower.endsWith(each.ending())).findFirst();
  }
}
