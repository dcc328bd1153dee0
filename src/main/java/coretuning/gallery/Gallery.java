package coretuning.gallery;

import coretuning.figure.Figure;
import coretuning.job.SampleImages;
import coretuning.result.Problem;
import coretuning.spec.FigureSpec;
import coretuning.store.RunFolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Finds the figure that a recipe names.
public final class Gallery {
  /// Figures of all runs together.
  private static final Map<String, Function<RunFigures, Figure>> TOGETHER =
      Map.of(
          "losses", RunFigures::losses,
          "accuracy", RunFigures::accuracy,
          "embeddings", RunFigures::embeddings,
          "spread", RunFigures::spread,
          "distances", RunFigures::distances,
          "centres", RunFigures::centres,
          "alignment-uniformity", RunFigures::trails,
          "confusion", RunFigures::confusion,
          "theory", RunFigures::theory);

  /// Figures of one run, the first of a recipe.
  private static final Map<String, OfOne> ALONE =
      Map.of(
          "hard-pairs", RunFigures::hardPairs,
          "focal-weights", RunFigures::focalWeights,
          "hardness", RunFigures::hardness,
          "focal-history", RunFigures::focalHistory,
          "focal-distribution", RunFigures::focalDistribution,
          "focal-classes", RunFigures::focalClasses,
          "diagnostics", RunFigures::diagnostics);

  /// Figures of pre-training runs together.
  private static final Map<String, Function<PretrainingFigures, Figure>> PRETRAINED =
      Map.of(
          "pretraining",
          PretrainingFigures::course,
          "pretraining-uniformity",
          PretrainingFigures::trails,
          "pretraining-matching",
          PretrainingFigures::matching,
          "pretraining-false-negatives",
          PretrainingFigures::falseNegatives,
          "pretraining-queries",
          PretrainingFigures::queries,
          "pretraining-views",
          PretrainingFigures::views,
          "pretraining-sweep-knn",
          figures -> figures.sweep(Sweep.Measure.KNN),
          "pretraining-sweep-linear",
          figures -> figures.sweep(Sweep.Measure.LINEAR));

  private interface OfOne {
    Figure draw(RunFigures figures, RunFolder run);
  }

  private Gallery() {}

  /// The figure of a recipe.
  ///
  /// @param runs the recipe's, in its order
  /// @throws Problem if there is no figure of that name, or the runs lack what it shows
  public static Figure figure(FigureSpec recipe, List<RunFolder> runs, SampleImages images) {
    String name = recipe.figure();
    if (PRETRAINED.containsKey(name)) {
      return PRETRAINED.get(name).apply(new PretrainingFigures(runs, images));
    }
    for (RunFolder run : runs) {
      if (run.epochs().isEmpty() || run.snapshotEpochs().isEmpty()) {
        throw new Problem(
            "the run has recorded nothing to draw yet",
            run.path().toString(),
            "choose a fine-tuning run, resumed to its end");
      }
    }
    var figures = new RunFigures(runs, images);
    return Optional.ofNullable(TOGETHER.get(name))
        .map(draw -> draw.apply(figures))
        .or(() ->
            Optional.ofNullable(ALONE.get(name)).map(draw -> draw.draw(figures, runs.getFirst())))
        .orElseThrow(() ->
            new Problem(
                "there is no figure named " + name,
                "recipe",
                "use one of " + String.join(", ", names())));
  }

  private static List<String> names() {
    var all = new TreeMap<String, Object>(TOGETHER);
    all.putAll(ALONE);
    all.putAll(PRETRAINED);
    return List.copyOf(all.keySet());
  }
}
