package coretuning.figure;

import coretuning.result.EpochDiagnostics;
import coretuning.result.GradientNorm;
import coretuning.result.MiningCounts;
import coretuning.result.Similarities;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Whether a run's method does what it should: shares of anchors over epochs, the pull of each term
/// of the objective at the features, and cosines of raw features within the batches of one epoch.
///
/// @param title may be empty
/// @param epochs ascending
/// @param epoch whose cosines are shown; if it is not among them, the newest before it
public record DiagnosticsFigure(String title, List<EpochDiagnostics> epochs, int epoch)
    implements Figure {
  private static final int COLUMNS = 2;

  public DiagnosticsFigure {
    epochs = List.copyOf(epochs);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    parts().draw(graphics, width, height, style);
  }

  @Override
  public FigureTable data() {
    return parts().data();
  }

  private Panels parts() {
    return new Panels(title, panels(), COLUMNS);
  }

  private List<Figure> panels() {
    var panels = new ArrayList<Figure>();
    if (epochs.isEmpty()) {
      return panels;
    }
    panels.add(new CurveFigure("Shares of anchors", "epoch", "%", shares()));
    panels.add(gradients());
    EpochDiagnostics shown = shown();
    Similarities cosines = shown.similarities();
    panels.add(
        new SimilarityFigure(
            "Pairs of images in a batch, epoch " + shown.epoch(),
            List.of(
                new SimilarityFigure.Kind("same class", cosines.sameClass()),
                new SimilarityFigure.Kind("other class", cosines.otherClass()))));
    if (cosines.positive().total() + cosines.negative().total() > 0) {
      panels.add(
          new SimilarityFigure(
              "Anchors and their mixes, epoch " + shown.epoch(),
              List.of(
                  new SimilarityFigure.Kind("to z+", cosines.positive()),
                  new SimilarityFigure.Kind("to z-", cosines.negative()))));
    }
    return panels;
  }

  private EpochDiagnostics shown() {
    return epochs.stream()
        .filter(each -> each.epoch() <= epoch)
        .reduce((before, after) -> after)
        .orElseGet(epochs::getFirst);
  }

  private List<Series> shares() {
    var series = new ArrayList<Series>();
    series.add(
        new Series(
            "no positive in the batch",
            x(epochs),
            epochs.stream().mapToDouble(each -> 100 * each.withoutPositive()).toArray()));
    List<EpochDiagnostics> mined =
        epochs.stream().filter(each -> each.mining().isPresent()).toList();
    if (!mined.isEmpty()) {
      series.add(share("hardest positive is the anchor", mined, MiningCounts::selfShare));
      series.add(share("hardest positive of another class", mined, MiningCounts::wrongClassShare));
      series.add(share("negative λ clipped", mined, MiningCounts::clippedShare));
    }
    return series;
  }

  private static Series share(
      String name, List<EpochDiagnostics> mined, ToDoubleFunction<MiningCounts> value) {
    return new Series(
        name,
        x(mined),
        mined.stream()
            .flatMap(each -> each.mining().stream())
            .mapToDouble(counts -> 100 * value.applyAsDouble(counts))
            .toArray());
  }

  private static double[] x(List<EpochDiagnostics> epochs) {
    return epochs.stream().mapToDouble(EpochDiagnostics::epoch).toArray();
  }

  private Figure gradients() {
    List<String> names =
        epochs.stream()
            .flatMap(each -> each.gradients().stream())
            .map(GradientNorm::addend)
            .distinct()
            .toList();
    List<Series> series = names.stream().map(this::gradient).toList();
    boolean allAbove =
        epochs.stream().flatMap(each -> each.gradients().stream()).allMatch(g -> g.norm() > 0);
    return new CurveFigure(
        "Gradient at the features, by term",
        "epoch",
        "norm",
        series,
        0,
        allAbove && names.size() > 1);
  }

  private Series gradient(String name) {
    List<EpochDiagnostics> measured =
        epochs.stream().filter(each -> norm(each, name).isPresent()).toList();
    return new Series(
        name,
        x(measured),
        measured.stream().mapToDouble(each -> norm(each, name).orElseThrow()).toArray());
  }

  private static Optional<Double> norm(EpochDiagnostics epoch, String name) {
    return epoch.gradients().stream()
        .filter(each -> each.addend().equals(name))
        .map(GradientNorm::norm)
        .findFirst();
  }
}
