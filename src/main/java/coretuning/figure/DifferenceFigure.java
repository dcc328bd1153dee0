package coretuning.figure;

import coretuning.figure.Canvas.Align;
import coretuning.result.VariantDifference;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// Which variants differ from the reference and by how much: for each the mean of its paired
/// differences with the 95 % interval, and the single seeds behind it. An interval that leaves out
/// zero is drawn full, one that holds it pale.
///
/// @param title may be empty
/// @param reference what the others are compared with
/// @param unit of the differences, e.g. `top-1, percentage points`
/// @param rows top to bottom
public record DifferenceFigure(
    String title, String reference, String unit, List<VariantDifference> rows) implements Figure {
  private static final double INTERVAL = 2.4;
  private static final double MEAN_RADIUS = 4.2;
  private static final double SEED_RADIUS = 2.2;

  /// Where seeds lie below their mean, in rows.
  private static final double SEED_SHIFT = 0.27;

  public DifferenceFigure {
    rows = List.copyOf(rows);
  }

  @Override
  public FigureTable data() {
    var table =
        new FigureTable.Rows(
            "variant", "quantity", "difference from " + reference + " (" + unit + ")");
    for (VariantDifference row : rows) {
      table.add(row.variant(), "mean", row.mean());
      table.add(row.variant(), "half of 95 % interval", row.halfInterval());
      for (double seed : row.bySeed()) {
        table.add(row.variant(), "pair of one seed", seed);
      }
    }
    return table.table();
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading =
        new Heading(
            title,
            "difference from %s, paired by seed: mean with 95 %% interval, small dots are seeds"
                .formatted(reference),
            canvas.lettering(),
            width,
            height);
    heading.draw(canvas);
    double[] ends = rows.stream().flatMapToDouble(DifferenceFigure::extent).toArray();
    if (ends.length == 0) {
      canvas.message(heading.body(), "no data");
      return;
    }
    double low = Math.min(0, Arrays.stream(ends).min().orElseThrow());
    double high = Math.max(0, Arrays.stream(ends).max().orElseThrow());
    List<String> names = rows.stream().map(VariantDifference::variant).toList();
    var frame =
        new Frame(
            Axis.around(unit, low, high, Axis.Scale.LINEAR),
            Axis.categories("", names).reversed(),
            canvas.lettering(),
            heading.body());
    frame.drawGrid(canvas);
    double zero = frame.x(0);
    canvas.line(
        zero, frame.plot().y(), zero, frame.plot().bottom(), canvas.style().secondary(), 1.2);
    for (int i = 0; i < rows.size(); i++) {
      drawRow(canvas, frame, rows.get(i), i);
    }
    frame.drawLabels(canvas);
    canvas.line(
        frame.plot().x(),
        frame.plot().bottom(),
        frame.plot().right(),
        frame.plot().bottom(),
        canvas.style().secondary(),
        1);
  }

  /// Every number that the axis must show.
  private static DoubleStream extent(VariantDifference row) {
    return DoubleStream.concat(
            Arrays.stream(row.bySeed()),
            DoubleStream.of(row.mean() - row.halfInterval(), row.mean() + row.halfInterval()))
        .filter(Double::isFinite);
  }

  private static void drawRow(Canvas canvas, Frame frame, VariantDifference row, int index) {
    double y = frame.y(index);
    double mean = row.mean();
    if (!Double.isFinite(mean)) {
      canvas.centered(
          "no finished pair of runs",
          frame.plot().centerX(),
          y,
          TextRole.SMALL,
          canvas.style().secondary(),
          Align.CENTER);
      return;
    }
    Color full = Palette.category(0, canvas.style());
    boolean isTold = Math.abs(mean) > row.halfInterval();
    Color color = isTold ? full : OkLab.mix(full, canvas.style().background(), 0.5);
    if (Double.isFinite(row.halfInterval())) {
      double left = frame.x(mean - row.halfInterval());
      double right = frame.x(mean + row.halfInterval());
      canvas.line(left, y, right, y, color, INTERVAL);
      for (double end : new double[] {left, right}) {
        canvas.line(end, y - MEAN_RADIUS, end, y + MEAN_RADIUS, color, INTERVAL);
      }
    }
    canvas.fill(Mark.DIAMOND.shape(frame.x(mean), y, MEAN_RADIUS), color);
    double below = y + SEED_SHIFT * Math.abs(frame.y(1) - frame.y(0));
    for (double seed : row.bySeed()) {
      if (Double.isFinite(seed)) {
        canvas.fill(Mark.DOT.shape(frame.x(seed), below, SEED_RADIUS), canvas.style().secondary());
      }
    }
  }
}
