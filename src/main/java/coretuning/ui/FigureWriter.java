package coretuning.ui;

import coretuning.figure.Figure;
import coretuning.figure.FigureFile;
import coretuning.figure.FigureOrigin;
import coretuning.figure.Style;
import coretuning.gallery.Origins;
import coretuning.gallery.Reproducible;
import coretuning.spec.FigureLook;
import coretuning.spec.FigureSpec;
import coretuning.spec.FigureSpec.RunReference;
import coretuning.store.RecipeFile;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes a figure of the window to a file that says where it comes from, and its recipe beside it.
///
/// @param runs names of the runs on display
/// @param store where they are recorded
record FigureWriter(Figure figure, List<String> runs, RunStore store) {
  FigureWriter {
    runs = List.copyOf(runs);
  }

  /// Whether the figure can be drawn again from the folders of its runs.
  boolean hasRecipe() {
    return figure instanceof Reproducible known
        && known.recipe().runs().stream()
            .allMatch(run -> Files.isDirectory(store.root().resolve(run.id())));
  }

  /// Writes the file.
  ///
  /// @throws coretuning.result.Problem if it cannot be written
  void write(Path file, FigureLook look, boolean wantsRecipe) {
    Optional<FigureSpec> recipe = recipe(look);
    FigureOrigin origin =
        recipe
            .map(known -> Origins.of(figure, known, folders(known)))
            .orElseGet(() -> Origins.of(figure, runs));
    FigureFile.write(figure, file, look.sheet(), Style.of(look), origin);
    if (wantsRecipe) {
      recipe.ifPresent(known -> RecipeFile.write(RecipeFile.beside(file), known));
    }
  }

  private Optional<FigureSpec> recipe(FigureLook look) {
    if (!(figure instanceof Reproducible reproducible) || !hasRecipe()) {
      return Optional.empty();
    }
    FigureSpec known = reproducible.recipe();
    List<RunReference> found =
        known.runs().stream().map(run -> RecipeFile.reference(store.open(run.id()))).toList();
    return Optional.of(new FigureSpec(known.figure(), found, known.choices(), look));
  }

  private List<RunFolder> folders(FigureSpec recipe) {
    return recipe.runs().stream().map(run -> store.open(run.id())).toList();
  }
}
