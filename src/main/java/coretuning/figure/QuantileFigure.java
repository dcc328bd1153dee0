package coretuning.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// How distributions move over epochs: the median as a line, the middle half and the middle eight
/// tenths of the values as bands around it.
///
/// @param title may be empty
/// @param xLabel e.g. `epoch`
/// @param yLabel what the values are
/// @param kinds in the order of their colours
public record QuantileFigure(String title, String xLabel, String yLabel, List<Kind> kinds)
    implements Figure {
  private static final double[] PROBABILITIES = {0.1, 0.25, 0.5, 0.75, 0.9};
  private static final int MEDIAN = 2;

  /// Values of one kind.
  ///
  /// @param name in the legend
  /// @param x `[N]` rising, e.g. epochs
  /// @param values `[N]` arrays of any length; NaN and infinite values are left out
  public record Kind(String name, double[] x, List<double[]> values) {
    public Kind {
      values = List.copyOf(values);
      if (x.length != values.size()) {
        throw new IllegalArgumentException(
            "%s has %d places and %d samples".formatted(name, x.length, values.size()));
      }
    }

    /// `[N][5]` the 10th, 25th, 50th, 75th and 90th percentile; NaN where there is no value.
    double[][] quantiles() {
      return values.stream().map(QuantileFigure::quantiles).toArray(double[][]::new);
    }
  }

  public QuantileFigure {
    kinds = List.copyOf(kinds);
  }

  /// By linear interpolation between the ordered values.
  static double[] quantiles(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return Arrays.stream(PROBABILITIES).map(p -> Quantiles.of(sorted, p)).toArray();
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    String subtitle =
        "median (line), middle half (dark) and middle 80 % (pale) of the recorded values";
    var heading = new Heading(title, subtitle, canvas.lettering(), width, height);
    heading.draw(canvas);
    draw(canvas, heading.body());
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("kind", xLabel.isEmpty() ? "x" : xLabel, "value");
    for (Kind kind : kinds) {
      for (int i = 0; i < kind.x().length; i++) {
        for (double value : kind.values().get(i)) {
          rows.add(kind.name(), kind.x()[i], value);
        }
      }
    }
    return rows.table();
  }

  /// Draws the bands without heading into a part of a figure.
  void draw(Canvas canvas, Box body) {
    List<double[][]> quantiles = kinds.stream().map(Kind::quantiles).toList();
    double[] shown =
        quantiles.stream()
            .flatMap(Arrays::stream)
            .flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite)
            .toArray();
    if (shown.length == 0) {
      canvas.message(body, "no data");
      return;
    }
    Legend legend = Legend.above(entries(canvas.style()), canvas.lettering(), body);
    legend.draw(canvas);
    var y = DoubleStream.of(shown).summaryStatistics();
    var frame =
        new Frame(
            xAxis(),
            Axis.around(yLabel, y.getMin(), y.getMax(), Axis.Scale.LINEAR),
            canvas.lettering(),
            legend.rest());
    frame.drawGrid(canvas);
    for (int i = 0; i < kinds.size(); i++) {
      Color color = Palette.category(i, canvas.style());
      double[] x = kinds.get(i).x();
      drawBand(canvas, frame, x, quantiles.get(i), 0, Palette.translucent(color, 0.16));
      drawBand(canvas, frame, x, quantiles.get(i), 1, Palette.translucent(color, 0.28));
    }
    for (int i = 0; i < kinds.size(); i++) {
      drawMedian(canvas, frame, i, quantiles.get(i));
    }
    frame.drawLabels(canvas);
  }

  /// @param depth 0 for the outer band, 1 for the inner
  private static void drawBand(
      Canvas canvas, Frame frame, double[] x, double[][] quantiles, int depth, Color color) {
    for (int i = 1; i < x.length; i++) {
      double[] before = quantiles[i - 1];
      double[] now = quantiles[i];
      if (Double.isNaN(before[MEDIAN]) || Double.isNaN(now[MEDIAN])) {
        continue;
      }
      int upper = PROBABILITIES.length - 1 - depth;
      var band = new Path2D.Double();
      band.moveTo(frame.x(x[i - 1]), frame.y(before[depth]));
      band.lineTo(frame.x(x[i]), frame.y(now[depth]));
      band.lineTo(frame.x(x[i]), frame.y(now[upper]));
      band.lineTo(frame.x(x[i - 1]), frame.y(before[upper]));
      band.closePath();
      canvas.fill(band, color);
    }
  }

  private void drawMedian(Canvas canvas, Frame frame, int kind, double[][] quantiles) {
    Color color = Palette.category(kind, canvas.style());
    double[] x = kinds.get(kind).x();
    for (int i = 0; i < x.length; i++) {
      double[] now = quantiles[i];
      if (Double.isNaN(now[MEDIAN])) {
        continue;
      }
      double px = frame.x(x[i]);
      double py = frame.y(now[MEDIAN]);
      if (x.length == 1) {
        canvas.line(px, frame.y(now[0]), px, frame.y(now[PROBABILITIES.length - 1]), color, 1.2);
      }
      if (i > 0 && !Double.isNaN(quantiles[i - 1][MEDIAN])) {
        canvas.line(frame.x(x[i - 1]), frame.y(quantiles[i - 1][MEDIAN]), px, py, color, 2);
      }
      canvas.fill(Mark.DOT.shape(px, py, 2.8), color);
    }
  }

  private Axis xAxis() {
    var range = kinds.stream().flatMapToDouble(kind -> Arrays.stream(kind.x())).summaryStatistics();
    double pad = range.getMax() > range.getMin() ? 0.015 * (range.getMax() - range.getMin()) : 1;
    return new Axis(
        xLabel, range.getMin() - pad, range.getMax() + pad, Axis.Scale.INTEGER, List.of());
  }

  private List<Legend.Entry> entries(Style style) {
    var entries = new ArrayList<Legend.Entry>();
    for (int i = 0; i < kinds.size(); i++) {
      if (!kinds.get(i).name().isEmpty()) {
        entries.add(Legend.Entry.line(kinds.get(i).name(), Palette.category(i, style)));
      }
    }
    return entries;
  }
}
