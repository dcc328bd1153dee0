package coretuning.store;

import coretuning.result.Problem;
import coretuning.spec.FigureSpec;
import coretuning.spec.FigureSpec.RunReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A figure's recipe as a JSON file beside the figure.
public final class RecipeFile {
  /// What the names of recipes end with.
  public static final String ENDING = ".figure.json";

  private static final JsonFile<FigureSpec> JSON = new JsonFile<>(FigureSpec.class, "recipe");

  private RecipeFile() {}

  /// Where the recipe of a figure's file is kept: `losses.png` has `losses.figure.json`.
  public static Path beside(Path figure) {
    String name = String.valueOf(figure.getFileName());
    int dot = name.lastIndexOf('.');
    return figure.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ENDING);
  }

  /// Reads a recipe.
  ///
  /// @throws Problem naming the file, the field and the rule that is broken
  public static FigureSpec read(Path file) {
    return JSON.readIfPresent(file)
        .orElseThrow(() ->
            new Problem(
                "the recipe does not exist",
                file.toString(),
                "give a file that was saved beside a figure, ending with " + ENDING));
  }

  /// Writes atomically.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path file, FigureSpec recipe) {
    JSON.write(file, recipe);
  }

  /// A recipe as its file holds it.
  public static String text(FigureSpec recipe) {
    return JSON.text(recipe);
  }

  /// A run as recipes refer to it.
  public static RunReference reference(RunFolder run) {
    return new RunReference(run.id(), run.path().toAbsolutePath().normalize().toString());
  }

  /// The runs of a recipe: where they were, or of that name beside the recipe or in the given
  /// store.
  ///
  /// @param file of the recipe
  /// @throws Problem naming the first run that is nowhere
  public static List<RunFolder> runs(FigureSpec recipe, Path file, RunStore store) {
    return recipe.runs().stream().map(run -> open(run, file, store)).toList();
  }

  private static RunFolder open(RunReference run, Path file, RunStore store) {
    Path folder = file.toAbsolutePath().normalize().resolveSibling(run.id());
    return Stream.of(Path.of(run.path()), folder, store.root().resolve(run.id()))
        .filter(Files::isDirectory)
        .findFirst()
        .map(RunFolder::open)
        .orElseThrow(() ->
            new Problem(
                "the run " + run.id() + " is gone",
                file + " looked for it in " + run.path(),
                "put the run's folder there, beside the recipe or into " + store.root()));
  }
}
