package coretuning.figure;

import coretuning.figure.Canvas.Align;
import coretuning.result.FocalWeight;
import java.awt.Graphics2D;
import java.util.Comparator;
import java.util.List;

/// Which anchors the focal contrastive loss finds hard: their images, hardest first, beside the
/// histogram of all weights.
///
/// @param title may be empty
/// @param anchors those with an image, in any order
/// @param weights of all anchors, in [0, 1]
/// @param classNames `[K]`
public record WeightFigure(
    String title, List<Anchor> anchors, double[] weights, List<String> classNames)
    implements Figure {
  private static final double CELL = 84;

  /// One anchor and its image.
  public record Anchor(FocalWeight weight, Picture picture) {}

  /// Sorts the anchors, hardest first; a weight that is not a number comes last.
  public WeightFigure {
    anchors =
        anchors.stream()
            .sorted(
                Comparator.comparingDouble(
                    each -> Double.isNaN(each.weight().weight()) ? 1 : -each.weight().weight()))
            .toList();
    classNames = List.copyOf(classNames);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    boolean isWide = width > 1.1 * height;
    Box body = new Heading(title, "", canvas.lettering(), width, height).body();
    double gap = 2 * style.fontSize();
    Box grid =
        isWide
            ? new Box(body.x(), body.y(), 0.55 * body.width(), body.height())
            : new Box(body.x(), body.y(), body.width(), 0.55 * body.height());
    Box histogram =
        isWide ? body.inset(0, 0, 0, grid.width() + gap) : body.inset(grid.height() + gap, 0, 0, 0);
    int columns = Math.max(1, (int) Math.round(grid.width() / CELL));
    double captions = 2 * canvas.lettering().lineHeight(TextRole.SMALL) + 4;
    double cellHeight = grid.width() / columns + captions - 8;
    int rows = Math.max(1, (int) Math.round(grid.height() / cellHeight));
    int shown = Math.min(anchors.size(), rows * columns);
    String subtitle =
        weights.length == 0 ? "" : "hardest %d of %d anchors".formatted(shown, weights.length);
    var heading = new Heading(title, subtitle, canvas.lettering(), width, height);
    heading.draw(canvas);
    if (weights.length == 0 || anchors.isEmpty()) {
      canvas.message(heading.body(), "no data");
      return;
    }
    double shift = heading.body().y() - body.y();
    Box lowered = grid.inset(shift, 0, 0, 0);
    double fitted = Math.min(cellHeight, lowered.height() / rows);
    for (int i = 0; i < shown; i++) {
      double cellWidth = grid.width() / columns;
      Box cell =
          new Box(
              lowered.x() + i % columns * cellWidth,
              lowered.y() + Math.floorDiv(i, columns) * fitted,
              cellWidth,
              fitted);
      drawAnchor(canvas, anchors.get(i), cell.inset(0, 8, 4, 0), captions);
    }
    var all = new HistogramFigure.Distribution("focal weight", weights);
    new HistogramFigure("", "focal weight", List.of(all))
        .draw(canvas, isWide ? histogram.inset(shift, 0, 0, 0) : histogram);
  }

  /// The anchors with an image by their sample, then the weights of all anchors, which have no name
  /// here.
  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("part", "sample", "class", "focal weight", "loss");
    for (Anchor each : anchors) {
      FocalWeight weight = each.weight();
      rows.add(
          "shown", weight.sample(), classNames.get(weight.label()), weight.weight(), weight.loss());
    }
    for (double weight : weights) {
      rows.add("all", "", "", weight, "");
    }
    return rows.table();
  }

  private void drawAnchor(Canvas canvas, Anchor anchor, Box cell, double captions) {
    Lettering lettering = canvas.lettering();
    double line = lettering.lineHeight(TextRole.SMALL);
    anchor.picture().draw(canvas, cell.inset(0, 0, captions - 2, 0));
    canvas.centered(
        lettering.fit(
            "w " + Numbers.fixed(anchor.weight().weight(), 3), TextRole.SMALL, cell.width()),
        cell.centerX(),
        cell.bottom() - 1.5 * line,
        TextRole.SMALL,
        canvas.style().foreground(),
        Align.CENTER);
    canvas.centered(
        lettering.fit(classNames.get(anchor.weight().label()), TextRole.SMALL, cell.width()),
        cell.centerX(),
        cell.bottom() - 0.5 * line,
        TextRole.SMALL,
        canvas.style().secondary(),
        Align.CENTER);
  }
}
