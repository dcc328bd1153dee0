package coretuning.gallery;

import coretuning.figure.AlignmentUniformityFigure;
import coretuning.figure.Figure;
import coretuning.figure.Panels;
import coretuning.figure.PretrainingFigure;
import coretuning.figure.ViewPairFigure;
import coretuning.job.AugmentedViews;
import coretuning.job.SampleImages;
import coretuning.result.Problem;
import coretuning.result.ProxyEpoch;
import coretuning.result.StepMetrics;
import coretuning.spec.Pretraining;
import coretuning.store.RunFolder;
import java.util.Arrays;
import java.util.List;

/// The figures of some runs of contrastive pre-training, read from their folders.
///
/// @param runs at least one
record PretrainingFigures(List<RunFolder> runs, SampleImages images) {
  private static final int VIEW_PAIRS = 18;

  PretrainingFigures {
    runs = List.copyOf(runs);
  }

  /// Losses, proxy task, probes and features over epochs.
  PretrainingFigure course() {
    return new PretrainingFigure(
        "Pre-training", runs.stream().map(PretrainingFigures::described).toList());
  }

  private static PretrainingFigure.Run described(RunFolder run) {
    List<StepMetrics> steps = run.steps();
    return new PretrainingFigure.Run(
            run.spec().methodTitle(), run.epochs(), run.proxy(), run.probes())
        .withSteps(
            steps.stream().mapToDouble(StepMetrics::step).toArray(),
            steps.stream().mapToDouble(StepMetrics::loss).toArray());
  }

  /// How hard the hardest negatives are at several epochs, run by run.
  Figure matching() {
    List<Figure> panels =
        runs.stream()
            .map(run -> new PretrainingFigure("", List.of(described(run))))
            .map(figure -> figure.panel(PretrainingFigure.Curve.MATCHING))
            .toList();
    return new Panels("Matching probability of negatives", panels, Math.max(1, panels.size()));
  }

  /// Share of false negatives among the hardest, memory and synthetic.
  Figure falseNegatives() {
    return course().panel(PretrainingFigure.Curve.FALSE_NEGATIVES);
  }

  /// The recorded queries of the first run among their negatives, after its last epoch.
  Figure queries() {
    RunFolder run = runs.getFirst();
    if (run.queryEpochs().isEmpty()) {
      throw new Problem(
          "the run has recorded no queries",
          run.path().toString(),
          "choose a pre-training run of this version");
    }
    int epoch = run.queryEpochs().getLast();
    return new Panels(
        "Queries after epoch %d of %s".formatted(epoch, run.spec().methodTitle()),
        List.copyOf(QueryMap.all(run.queries(epoch))),
        2);
  }

  /// Training images of the first run beside two views of each.
  Figure views() {
    RunFolder run = runs.getFirst();
    if (!(run.spec() instanceof Pretraining pretraining)) {
      throw new Problem(
          "only pre-training has pairs of views",
          run.path().toString(),
          "choose a pre-training run");
    }
    return new ViewPairFigure(
        "Two views of each image",
        "as in " + run.spec().methodTitle() + ": query and key are made of such pairs",
        new AugmentedViews(images)
            .draw(pretraining, VIEW_PAIRS, 1).stream().map(Pictures::of).toList());
  }

  /// What the runs are worth over N and s, and over N and s'.
  Figure sweep(Sweep.Measure measure) {
    Sweep sweep = Sweep.of(runs);
    return new Panels(
        "",
        Arrays.stream(Sweep.Columns.values())
            .<Figure>map(columns -> sweep.figure(columns, measure))
            .toList(),
        2);
  }

  /// Alignment against uniformity of contrastive pre-training: of queries and their own keys.
  Figure trails() {
    return new AlignmentUniformityFigure(
        "Alignment and uniformity of queries",
        runs.stream().map(PretrainingFigures::trail).toList(),
        "of query and key");
  }

  private static AlignmentUniformityFigure.Trail trail(RunFolder run) {
    List<ProxyEpoch> epochs = run.proxy();
    return new AlignmentUniformityFigure.Trail(
        run.spec().methodTitle(),
        epochs.stream().mapToDouble(ProxyEpoch::alignment).toArray(),
        epochs.stream().mapToDouble(ProxyEpoch::uniformity).toArray());
  }
}
