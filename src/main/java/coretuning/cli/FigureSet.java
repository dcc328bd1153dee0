package coretuning.cli;

import coretuning.figure.Figure;
import coretuning.figure.TheoryFigure;
import coretuning.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes all figures that the given runs can fill.
///
/// @param figures of the runs
/// @param options size and style
record FigureSet(RunFigures figures, FigureOptions options) {
  private static final double WIDE = 1.7;
  private static final double PANELS = 2.6;
  private static final double SQUARISH = 1.4;
  private static final double TALL = 1.1;

  /// Writes into a folder.
  ///
  /// @param runs those that `figures` was made of
  /// @return the files, in order
  List<Path> write(Path folder, List<RunFolder> runs) {
    var files = new ArrayList<Path>();
    add(files, folder.resolve("losses.png"), figures.losses(), WIDE);
    add(files, folder.resolve("accuracy.png"), figures.accuracy(), WIDE);
    add(files, folder.resolve("embeddings.png"), figures.embeddings(), PANELS);
    add(files, folder.resolve("spread.png"), figures.spread(), WIDE);
    add(files, folder.resolve("distances.png"), figures.distances(), TALL);
    add(files, folder.resolve("centres.png"), figures.centres(), PANELS);
    add(files, folder.resolve("alignment-uniformity.png"), figures.trails(), SQUARISH);
    add(files, folder.resolve("confusion.png"), figures.confusion(), runs.size() > 1 ? 2 : TALL);
    addTrust(files, folder, runs);
    int mined = 0;
    for (RunFolder run : runs) {
      if (!RunFigures.last(run).pairs().isEmpty()) {
        mined++;
        // A second run that mined pairs must not replace the first one's figures.
        String ending = mined == 1 ? ".png" : "-" + mined + ".png";
        add(files, folder.resolve("hard-pairs" + ending), figures.hardPairs(run), TALL);
        add(files, folder.resolve("focal-weights" + ending), figures.focalWeights(run), WIDE);
        add(files, folder.resolve("hardness" + ending), figures.hardness(run), WIDE);
      }
    }
    return files;
  }

  /// Writes the figures of pre-training runs into a folder.
  ///
  /// @return the files, in order
  List<Path> writePretraining(Path folder) {
    var files = new ArrayList<Path>();
    add(files, folder.resolve("pretraining.png"), figures.pretraining(), WIDE);
    add(files, folder.resolve("alignment-uniformity.png"), figures.pretrainingTrails(), SQUARISH);
    return files;
  }

  /// Runs of an older version have recorded nothing of this.
  private void addTrust(List<Path> files, Path folder, List<RunFolder> runs) {
    TheoryFigure theory = figures.theory();
    if (theory.hasData()) {
      add(files, folder.resolve("theory.png"), theory, WIDE);
    }
    int measured = 0;
    for (RunFolder run : runs) {
      if (!run.diagnostics().isEmpty()) {
        measured++;
        String ending = measured == 1 ? ".png" : "-" + measured + ".png";
        add(files, folder.resolve("diagnostics" + ending), figures.diagnostics(run), SQUARISH);
      }
    }
  }

  private void add(List<Path> files, Path file, Figure figure, double aspect) {
    options.write(figure, file, aspect);
    files.add(file);
  }
}
