package coretuning.gallery;

import coretuning.figure.Figure;
import coretuning.figure.FigureOrigin;
import coretuning.job.Doctor;
import coretuning.result.Provenance;
import coretuning.spec.FigureSpec;
import coretuning.store.RecipeFile;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a figure's file says about where it comes from.
public final class Origins {
  private Origins() {}

  /// Of a figure of recorded runs: the program, each run with its seed, its settings' and its
  /// data's hash, and the recipe whole.
  public static FigureOrigin of(Figure figure, FigureSpec recipe, List<RunFolder> runs) {
    Map<String, String> entries = program(figure);
    for (int i = 0; i < runs.size(); i++) {
      entries.put("Run " + (i + 1), run(runs.get(i)));
    }
    entries.put("Recipe", RecipeFile.text(recipe));
    return new FigureOrigin(entries);
  }

  /// Of a figure of the window: as above, without a recipe.
  ///
  /// @param runs names of the runs on display; of one that is not in the store the name alone is
  ///   given
  public static FigureOrigin of(Figure figure, List<String> runs, RunStore store) {
    Map<String, String> entries = program(figure);
    for (int i = 0; i < runs.size(); i++) {
      String id = runs.get(i);
      boolean isStored = Files.isDirectory(store.root().resolve(id));
      entries.put("Run " + (i + 1), isStored ? run(store.open(id)) : id);
    }
    return new FigureOrigin(entries);
  }

  private static Map<String, String> program(Figure figure) {
    Map<String, String> entries = new LinkedHashMap<>();
    if (!figure.title().isEmpty()) {
      entries.put("Title", figure.title());
    }
    entries.put("Software", Doctor.program());
    return entries;
  }

  private static String run(RunFolder run) {
    Optional<Provenance> provenance = run.provenance();
    return "%s, %s, seed %d, settings SHA-256 %s, data SHA-256 %s"
        .formatted(
            run.id(),
            run.spec().methodTitle(),
            run.spec().seed(),
            run.specHash(),
            provenance.map(Provenance::dataHash).orElse("unknown"));
  }
}
