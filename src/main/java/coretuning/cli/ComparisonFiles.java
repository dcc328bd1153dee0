package coretuning.cli;

import coretuning.gallery.RunFigures;
import coretuning.job.SampleImages;
import coretuning.job.Workspace;
import coretuning.report.ComparisonTable;
import coretuning.report.RunResult;
import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.store.RunFolder;
import java.nio.file.Path;
import java.util.List;

/// What a comparison leaves beside its run folders: tables and figures.
final class ComparisonFiles {
  private final Path folder;
  private final List<RunFolder> runs;
  private final FigureOptions options;
  private final ComparisonTable table;

  /// @param folder gets `comparison.md`, `.csv`, `.tex` and `figures/`
  /// @param runs finished runs
  ComparisonFiles(Path folder, List<RunFolder> runs, FigureOptions options) {
    this.folder = folder;
    this.runs = List.copyOf(runs);
    this.options = options;
    table = ComparisonTable.of(runs.stream().map(ComparisonFiles::result).toList());
  }

  private static RunResult result(RunFolder run) {
    return new RunResult(
        run.spec().methodTitle(),
        run.spec().seed(),
        run.evaluation(Part.TEST)
            .orElseThrow(() ->
                new Problem(
                    "the run has no final evaluation",
                    run.path().toString(),
                    "resume it to its end")),
        run.snapshot(0).knn(),
        run.spread(0),
        RunFigures.result(run).spread());
  }

  /// Writes tables of all runs, and figures of those with the first seed.
  ///
  /// @return the figures
  List<Path> write() {
    table.save(folder.resolve("comparison.md"));
    table.save(folder.resolve("comparison.csv"));
    table.save(folder.resolve("comparison.tex"));
    long seed = runs.getFirst().spec().seed();
    List<RunFolder> shown = runs.stream().filter(run -> run.spec().seed() == seed).toList();
    var images = new SampleImages(Workspace.standard().cache());
    return new FigureSet(images, options).write(folder.resolve("figures"), shown);
  }

  /// The table for the terminal.
  String text() {
    return table.text();
  }
}
