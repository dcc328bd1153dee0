package coretuning.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/// How distributions of many kinds compare and move: a row a kind. At the left the newest one with
/// its quartiles, at the right how median and quartiles came there, all rows on one scale.
/// [QuantileFigure] lays few kinds over each other; this one keeps a hundred classes apart.
///
/// @param title may be empty
/// @param xLabel of the places over which kinds move, e.g. `epoch`
/// @param valueLabel what the values are
/// @param kinds from top to bottom, all with the same places
public record QuantileRowsFigure(
    String title, String xLabel, String valueLabel, List<QuantileFigure.Kind> kinds)
    implements Figure {
  private static final int OUTER = 0;
  private static final int LOWER = 1;
  private static final int MEDIAN = 2;
  private static final int UPPER = 3;
  private static final int OUTER_END = 4;
  private static final double NEWEST_SHARE = 0.52;
  private static final double ROW_SHARE = 0.8;
  private static final double THICKEST = 9;

  public QuantileRowsFigure {
    kinds = List.copyOf(kinds);
    for (QuantileFigure.Kind kind : kinds) {
      if (!Arrays.equals(kind.x(), kinds.getFirst().x())) {
        throw new IllegalArgumentException(
            "%s has other places than %s".formatted(kind.name(), kinds.getFirst().name()));
      }
    }
  }

  @Override
  public FigureTable data() {
    var rows =
        new FigureTable.Rows(
            "kind", xLabel, "values", "p10", "lower quartile", "median", "upper quartile", "p90");
    for (QuantileFigure.Kind kind : kinds) {
      double[][] quantiles = kind.quantiles();
      for (int i = 0; i < quantiles.length; i++) {
        double[] each = quantiles[i];
        rows.add(
            kind.name(),
            kind.x()[i],
            kind.values().get(i).length,
            each[OUTER],
            each[LOWER],
            each[MEDIAN],
            each[UPPER],
            each[OUTER_END]);
      }
    }
    return rows.table();
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    List<double[][]> quantiles = kinds.stream().map(QuantileFigure.Kind::quantiles).toList();
    boolean isEmpty = kinds.isEmpty() || newest(quantiles).findAny().isEmpty();
    var heading = new Heading(title, isEmpty ? "" : subtitle(), canvas.lettering(), width, height);
    heading.draw(canvas);
    if (isEmpty) {
      canvas.message(heading.body(), "no data");
      return;
    }
    Box body = heading.body();
    boolean moves = places().length > 1;
    double left = moves ? NEWEST_SHARE * body.width() : body.width();
    var scale = newest(quantiles).summaryStatistics();
    var newest =
        new Frame(
            Axis.around(valueLabel, scale.getMin(), scale.getMax(), Axis.Scale.LINEAR),
            rows(kinds.stream().map(QuantileFigure.Kind::name).toList()),
            canvas.lettering(),
            body.inset(0, body.width() - left, 0, 0));
    newest.drawGrid(canvas);
    for (int row = 0; row < kinds.size(); row++) {
      drawNewest(canvas, newest, row, quantiles.get(row)[places().length - 1]);
    }
    newest.drawLabels(canvas);
    if (moves) {
      drawCourses(canvas, body.inset(0, 0, 0, left + style.fontSize()), quantiles);
    }
  }

  private String subtitle() {
    double[] x = places();
    return "%s %s: median, middle half (thick) and middle 80 %% (thin)%s"
        .formatted(
            xLabel,
            Numbers.tick(x[x.length - 1], 1),
            x.length > 1 ? "; right: median and middle half of each, on one scale" : "");
  }

  private double[] places() {
    return kinds.getFirst().x();
  }

  /// All quantiles at the last place.
  private static DoubleStream newest(List<double[][]> quantiles) {
    return quantiles.stream()
        .flatMapToDouble(row -> Arrays.stream(row[row.length - 1]))
        .filter(Double::isFinite);
  }

  private static Axis rows(List<String> names) {
    return new Axis("", names.size() - 0.5, -0.5, Axis.Scale.CATEGORICAL, names);
  }

  private static double rowHeight(Frame frame) {
    return Math.abs(frame.y(1) - frame.y(0));
  }

  private static void drawNewest(Canvas canvas, Frame frame, int row, double[] quantiles) {
    if (Double.isNaN(quantiles[MEDIAN])) {
      return;
    }
    double y = frame.y(row);
    double thick = Math.min(0.5 * rowHeight(frame), THICKEST);
    Color color = Palette.category(0, canvas.style());
    canvas.line(
        frame.x(quantiles[OUTER]),
        y,
        frame.x(quantiles[OUTER_END]),
        y,
        color,
        Math.clamp(thick / 4, 0.4, 1.4));
    double start = frame.x(quantiles[LOWER]);
    canvas.fill(
        new Box(start, y - thick / 2, frame.x(quantiles[UPPER]) - start, thick).shape(),
        Palette.translucent(color, 0.55));
    double median = frame.x(quantiles[MEDIAN]);
    canvas.line(median, y - thick * 0.75, median, y + thick * 0.75, canvas.style().foreground(), 2);
  }

  /// The quartiles of each row between its neighbours' rows, over all places.
  private void drawCourses(Canvas canvas, Box area, List<double[][]> quantiles) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[][] row : quantiles) {
      for (double[] each : row) {
        low = Double.isNaN(each[LOWER]) ? low : Math.min(low, each[LOWER]);
        high = Double.isNaN(each[UPPER]) ? high : Math.max(high, each[UPPER]);
      }
    }
    double[] x = places();
    double pad = 0.03 * (x[x.length - 1] - x[0]);
    var frame =
        new Frame(
            new Axis(xLabel, x[0] - pad, x[x.length - 1] + pad, Axis.Scale.INTEGER, List.of()),
            rows(Collections.nCopies(kinds.size(), "")),
            canvas.lettering(),
            area);
    frame.drawGrid(canvas);
    for (int row = 0; row < kinds.size(); row++) {
      drawCourse(canvas, frame, new Strip(row, low, high), quantiles.get(row));
    }
    frame.drawLabels(canvas);
  }

  /// The part of a row that values from low to high fill.
  private record Strip(int row, double low, double high) {
    double y(Frame frame, double value) {
      double share = high > low ? (value - low) / (high - low) : 0.5;
      return frame.y(row) + ROW_SHARE * rowHeight(frame) * (0.5 - share);
    }
  }

  private void drawCourse(Canvas canvas, Frame frame, Strip strip, double[][] quantiles) {
    Color color = Palette.category(0, canvas.style());
    double[] x = places();
    for (int i = 1; i < x.length; i++) {
      double[] before = quantiles[i - 1];
      double[] now = quantiles[i];
      if (Double.isNaN(before[MEDIAN]) || Double.isNaN(now[MEDIAN])) {
        continue;
      }
      var band = new Path2D.Double();
      band.moveTo(frame.x(x[i - 1]), strip.y(frame, before[LOWER]));
      band.lineTo(frame.x(x[i]), strip.y(frame, now[LOWER]));
      band.lineTo(frame.x(x[i]), strip.y(frame, now[UPPER]));
      band.lineTo(frame.x(x[i - 1]), strip.y(frame, before[UPPER]));
      band.closePath();
      canvas.fill(band, Palette.translucent(color, 0.28));
      canvas.line(
          frame.x(x[i - 1]),
          strip.y(frame, before[MEDIAN]),
          frame.x(x[i]),
          strip.y(frame, now[MEDIAN]),
          color,
          Math.clamp(rowHeight(frame) / 12, 0.6, 1.8));
    }
  }
}
