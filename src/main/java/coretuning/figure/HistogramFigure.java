package coretuning.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How values are distributed: focal weights, cosine distances within and between classes. Several
/// distributions share bins and are compared by shares, so their sizes may differ.
///
/// @param title may be empty, as may the label
/// @param xLabel what the values are, e.g. `cosine distance`
/// @param distributions in the order of their colours
public record HistogramFigure(String title, String xLabel, List<Distribution> distributions)
    implements Figure {

  /// Values of one kind.
  ///
  /// @param name in the legend
  /// @param values in any order; NaN and infinite values are left out and counted in the legend
  public record Distribution(String name, double[] values) {}

  public HistogramFigure {
    distributions = List.copyOf(distributions);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading = new Heading(title, "", canvas.lettering(), width, height);
    heading.draw(canvas);
    draw(canvas, heading.body());
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("distribution", xLabel.isEmpty() ? "value" : xLabel);
    for (Distribution each : distributions) {
      for (double value : each.values()) {
        rows.add(each.name(), value);
      }
    }
    return rows.table();
  }

  /// Draws the histogram without heading into a part of a figure.
  void draw(Canvas canvas, Box body) {
    double[] all =
        distributions.stream()
            .flatMapToDouble(each -> Arrays.stream(each.values()))
            .filter(Double::isFinite)
            .toArray();
    if (all.length == 0) {
      canvas.message(body, "no data");
      return;
    }
    Bins bins = Bins.of(all);
    Legend legend = Legend.above(entries(canvas.style()), canvas.lettering(), body);
    legend.draw(canvas);
    double[][] heights = new double[distributions.size()][];
    double top = 0;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = heights(bins, distributions.get(i).values());
      top = Math.max(top, Arrays.stream(heights[i]).max().orElse(0));
    }
    var x = new Axis(xLabel, bins.start(), bins.end(), Axis.Scale.LINEAR, List.of());
    Axis y =
        isCounted()
            ? new Axis("count", 0, Math.max(1, top * 1.08), Axis.Scale.INTEGER, List.of())
            : Axis.fromZero("share (%)", top);
    var frame = new Frame(x, y, canvas.lettering(), legend.rest());
    frame.drawGrid(canvas);
    for (int i = 0; i < heights.length; i++) {
      drawBars(canvas, frame, bins, heights[i], Palette.category(i, canvas.style()));
    }
    for (int i = 0; i < heights.length; i++) {
      drawMean(canvas, frame, distributions.get(i), Palette.category(i, canvas.style()));
    }
    frame.drawLabels(canvas);
  }

  private boolean isCounted() {
    return distributions.size() == 1;
  }

  private double[] heights(Bins bins, double[] values) {
    int[] counts = bins.count(values);
    double total = Arrays.stream(counts).sum();
    double unit = isCounted() || total == 0 ? 1 : 100 / total;
    return Arrays.stream(counts).mapToDouble(count -> count * unit).toArray();
  }

  /// One outline over all bins, filled pale.
  static void drawBars(Canvas canvas, Frame frame, Bins bins, double[] heights, Color color) {
    var outline = new Path2D.Double();
    outline.moveTo(frame.x(bins.start()), frame.y(0));
    for (int i = 0; i < heights.length; i++) {
      outline.lineTo(frame.x(bins.edge(i)), frame.y(heights[i]));
      outline.lineTo(frame.x(bins.edge(i + 1)), frame.y(heights[i]));
    }
    outline.lineTo(frame.x(bins.end()), frame.y(0));
    canvas.fill(outline, Palette.translucent(color, 0.32));
    canvas.stroke(outline, color, 1.4);
  }

  private static void drawMean(Canvas canvas, Frame frame, Distribution distribution, Color color) {
    double mean = mean(distribution.values());
    if (Double.isFinite(mean)) {
      double x = frame.x(mean);
      Color strong = OkLab.mix(color, canvas.style().foreground(), 0.3);
      canvas.dashed(x, frame.plot().y(), x, frame.plot().bottom(), strong, 1.6);
    }
  }

  private List<Legend.Entry> entries(Style style) {
    var entries = new ArrayList<Legend.Entry>();
    for (int i = 0; i < distributions.size(); i++) {
      Distribution each = distributions.get(i);
      long left = Arrays.stream(each.values()).filter(v -> !Double.isFinite(v)).count();
      String name =
          "%s (mean %s%s)"
              .formatted(
                  each.name(),
                  Numbers.brief(mean(each.values())),
                  left == 0 ? "" : ", %d not finite left out".formatted(left));
      entries.add(Legend.Entry.of(name, Palette.category(i, style), Mark.SQUARE));
    }
    return entries;
  }

  /// Mean of the finite values; NaN if there are none.
  private static double mean(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
