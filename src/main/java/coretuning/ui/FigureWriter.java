package coretuning.ui;

import coretuning.figure.Figure;
import coretuning.gallery.Drawing;
import coretuning.gallery.Origins;
import coretuning.spec.FigureLook;
import coretuning.store.RecipeFile;
import coretuning.store.RunStore;
import java.nio.file.Path;
import java.util.List;

/// Writes a figure of the window to a file that says where it comes from, and its recipe beside it.
///
/// @param runs names of the runs on display
/// @param store where they are recorded
record FigureWriter(Figure figure, List<String> runs, RunStore store) {
  FigureWriter {
    runs = List.copyOf(runs);
  }

  /// Writes the file.
  ///
  /// @throws coretuning.result.Problem if it cannot be written
  void write(Path file, FigureLook look, boolean wantsRecipe) {
    var drawing = new Drawing(figure, look, Origins.of(figure, runs, store));
    drawing.drawTo(file);
    if (wantsRecipe) {
      drawing.save(RecipeFile.beside(file));
    }
  }
}
