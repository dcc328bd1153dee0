package coretuning.ui;

import coretuning.figure.Figure;
import coretuning.figure.FigureFile;
import coretuning.ui.settings.Theme;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Size, resolution, colours and place of a figure's file, as typed.
final class ExportForm {
  final StringProperty width = new SimpleStringProperty(this, "width", "2000");
  final StringProperty height = new SimpleStringProperty(this, "height", "1200");
  final StringProperty dpi = new SimpleStringProperty(this, "dpi", "300");
  final StringProperty path = new SimpleStringProperty(this, "path", "");
  final ObjectProperty<Theme> colours = new SimpleObjectProperty<>(this, "colours", Theme.LIGHT);

  /// Writes the figure.
  ///
  /// @return the file
  /// @throws IllegalArgumentException if a value is wrong, naming it
  /// @throws coretuning.result.Problem if the file cannot be written
  Path write(Figure figure) {
    int columns = whole("width", width);
    int rows = whole("height", height);
    int resolution = whole("resolution", dpi);
    if (path.get().isBlank()) {
      throw new IllegalArgumentException("choose a file");
    }
    Path file = Path.of(path.get().strip());
    FigureFile.writePng(figure, file, columns, rows, resolution, colours.get().paper());
    return file;
  }

  private static int whole(String name, StringProperty typed) {
    try {
      return Integer.parseInt(typed.get().strip());
    } catch (NumberFormatException notWhole) {
      throw new IllegalArgumentException(
          name + " needs a whole number, got " + typed.get(), notWhole);
    }
  }
}
