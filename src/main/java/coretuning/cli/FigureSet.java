package coretuning.cli;

import coretuning.figure.Figure;
import coretuning.figure.FigureFormat;
import coretuning.gallery.Drawing;
import coretuning.gallery.Gallery;
import coretuning.gallery.Origins;
import coretuning.gallery.RunFigures;
import coretuning.gallery.Sweep;
import coretuning.job.SampleImages;
import coretuning.spec.FigureLook;
import coretuning.spec.FigureSpec;
import coretuning.store.RecipeFile;
import coretuning.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes all figures that some runs can fill.
///
/// @param images of the runs' data
/// @param options size, style and formats
record FigureSet(SampleImages images, FigureOptions options) {
  private static final double WIDE = 1.7;
  private static final double PANELS = 2.6;
  private static final double SQUARISH = 1.4;
  private static final double TALL = 1.1;

  /// Writes into a folder.
  ///
  /// @param runs finished runs of the same data, at least one
  /// @return the files, in order
  List<Path> write(Path folder, List<RunFolder> runs) {
    var files = new ArrayList<Path>();
    files.addAll(draw(folder, "losses", "", runs, WIDE));
    files.addAll(draw(folder, "accuracy", "", runs, WIDE));
    files.addAll(draw(folder, "embeddings", "", runs, PANELS));
    files.addAll(draw(folder, "spread", "", runs, WIDE));
    files.addAll(draw(folder, "distances", "", runs, TALL));
    files.addAll(draw(folder, "centres", "", runs, PANELS));
    files.addAll(draw(folder, "alignment-uniformity", "", runs, SQUARISH));
    files.addAll(draw(folder, "confusion", "", runs, runs.size() > 1 ? 2 : TALL));
    // Runs of an older version have recorded nothing of what the theorems speak of.
    if (new RunFigures(runs, images).theory().hasData()) {
      files.addAll(draw(folder, "theory", "", runs, WIDE));
    }
    int measured = 0;
    int mined = 0;
    for (RunFolder run : runs) {
      // A second run that has recorded the same must not replace the first one's figures.
      if (!run.diagnostics().isEmpty()) {
        measured++;
        String ending = measured == 1 ? "" : "-" + measured;
        files.addAll(draw(folder, "diagnostics", ending, List.of(run), SQUARISH));
      }
      if (!RunFigures.last(run).pairs().isEmpty()) {
        mined++;
        String ending = mined == 1 ? "" : "-" + mined;
        files.addAll(draw(folder, "hard-pairs", ending, List.of(run), TALL));
        files.addAll(draw(folder, "focal-weights", ending, List.of(run), WIDE));
        files.addAll(draw(folder, "hardness", ending, List.of(run), WIDE));
        files.addAll(draw(folder, "focal-history", ending, List.of(run), SQUARISH));
        files.addAll(draw(folder, "focal-distribution", ending, List.of(run), WIDE));
        files.addAll(draw(folder, "focal-classes", ending, List.of(run), WIDE));
      }
    }
    return files;
  }

  /// Writes the figures of pre-training runs into a folder.
  ///
  /// @param runs at least one
  /// @return the files, in order
  List<Path> writePretraining(Path folder, List<RunFolder> runs) {
    var files = new ArrayList<Path>();
    files.addAll(draw(folder, "pretraining", "", runs, WIDE));
    files.addAll(draw(folder, "pretraining-uniformity", "", runs, SQUARISH));
    // Runs of an older version have recorded neither proxy task nor queries.
    if (runs.stream().anyMatch(run -> !run.proxy().isEmpty())) {
      files.addAll(draw(folder, "pretraining-matching", "", runs, WIDE));
      files.addAll(draw(folder, "pretraining-false-negatives", "", runs, WIDE));
    }
    int looked = 0;
    for (RunFolder run : runs) {
      if (!run.queryEpochs().isEmpty()) {
        looked++;
        String ending = looked == 1 ? "" : "-" + looked;
        files.addAll(draw(folder, "pretraining-queries", ending, List.of(run), SQUARISH));
      }
    }
    files.addAll(draw(folder, "pretraining-views", "", runs.subList(0, 1), WIDE));
    if (Sweep.of(runs).varies()) {
      files.addAll(draw(folder, "pretraining-sweep-knn", "", runs, WIDE));
      files.addAll(draw(folder, "pretraining-sweep-linear", "", runs, WIDE));
    }
    return files;
  }

  private List<Path> draw(
      Path folder, String name, String ending, List<RunFolder> runs, double aspect) {
    FigureLook look = options.look(aspect);
    var recipe =
        new FigureSpec(name, runs.stream().map(RecipeFile::reference).toList(), Map.of(), look);
    Figure figure = Gallery.figure(recipe, runs, images);
    var drawing = new Drawing(figure, look, Origins.of(figure, recipe, runs));
    var files = new ArrayList<Path>();
    for (FigureFormat format : options.formats()) {
      Path file = folder.resolve(name + ending + format.ending());
      drawing.drawTo(file);
      files.add(file);
    }
    if (options.wantsRecipes()) {
      Path file = RecipeFile.beside(files.getFirst());
      RecipeFile.write(file, recipe);
      files.add(file);
    }
    return files;
  }
}
