package coretuning.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How a quantity of images is distributed within each class, for several models: a ridge a class,
/// the models' densities over one another, a tick at each median. Ridges are scaled class by class:
/// compare models within a class, places between classes.
///
/// @param title may be empty
/// @param xLabel what the values are
/// @param models in the order of their colours
/// @param labels `[N]` in [0, K)
/// @param classNames `[K]`
public record RidgeFigure(
    String title, String xLabel, List<Model> models, int[] labels, List<String> classNames)
    implements Figure {
  /// Height of a ridge in rows: neighbours overlap a little, as mountains do.
  private static final double HEIGHT = 1.25;

  private static final int POINTS = 160;
  private static final double LEAST_BANDWIDTH_SHARE = 0.004;

  /// What is measured of one model.
  ///
  /// @param name in the legend
  /// @param values `[N]`; those that are not finite are left out
  public record Model(String name, double[] values) {}

  public RidgeFigure {
    models = List.copyOf(models);
    classNames = List.copyOf(classNames);
    labels = labels.clone();
    for (Model model : models) {
      if (model.values().length != labels.length) {
        throw new IllegalArgumentException(
            "%s has %d values, there are %d labels"
                .formatted(model.name(), model.values().length, labels.length));
      }
    }
  }

  @Override
  public FigureTable data() {
    var rows = new FigureTable.Rows("model", "class", xLabel.isEmpty() ? "value" : xLabel);
    for (Model model : models) {
      for (int i = 0; i < labels.length; i++) {
        rows.add(model.name(), classNames.get(labels[i]), model.values()[i]);
      }
    }
    return rows.table();
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    var heading = new Heading(title, "", canvas.lettering(), width, height);
    heading.draw(canvas);
    double[] all =
        models.stream()
            .flatMapToDouble(each -> Arrays.stream(each.values()))
            .filter(Double::isFinite)
            .toArray();
    if (all.length == 0) {
      canvas.message(heading.body(), "no data");
      return;
    }
    Legend legend = Legend.above(entries(style), canvas.lettering(), heading.body());
    legend.draw(canvas);
    double low = Math.min(0, Arrays.stream(all).min().orElseThrow());
    double high = Math.max(Arrays.stream(all).max().orElseThrow(), low + 1e-6);
    int k = classNames.size();
    var frame =
        new Frame(
            new Axis(xLabel, low, high, Axis.Scale.LINEAR, List.of()),
            new Axis("", k - 0.5, -0.5 - (HEIGHT - 1), Axis.Scale.CATEGORICAL, classNames),
            canvas.lettering(),
            legend.rest());
    frame.drawGrid(canvas);
    for (int each = 0; each < k; each++) {
      drawRidge(canvas, frame, each, low, high);
    }
    frame.drawLabels(canvas);
  }

  private List<Legend.Entry> entries(Style style) {
    var entries = new ArrayList<Legend.Entry>();
    for (int i = 0; i < models.size(); i++) {
      entries.add(Legend.Entry.of(models.get(i).name(), Palette.category(i, style), Mark.SQUARE));
    }
    return entries;
  }

  private void drawRidge(Canvas canvas, Frame frame, int label, double low, double high) {
    double base = frame.y(label + 0.5);
    double room = Math.abs(frame.y(1) - frame.y(0)) * HEIGHT;
    double thickness = Math.clamp(room / 12, 0.3, 1);
    canvas.line(
        frame.plot().x(), base, frame.plot().right(), base, canvas.style().grid(), thickness);
    List<Density> densities =
        models.stream()
            .map(each -> Density.of(of(each, label), (high - low) * LEAST_BANDWIDTH_SHARE))
            .toList();
    var heights = new double[densities.size()][POINTS];
    double top = 0;
    for (int i = 0; i < heights.length; i++) {
      for (int p = 0; p < POINTS && !densities.get(i).isEmpty(); p++) {
        heights[i][p] = densities.get(i).at(low + (high - low) * p / (POINTS - 1));
        top = Math.max(top, heights[i][p]);
      }
    }
    for (int i = 0; i < heights.length; i++) {
      if (!densities.get(i).isEmpty()) {
        Color color = Palette.category(i, canvas.style());
        drawDensity(canvas, frame, heights[i], base, room / top, color);
        double median = frame.x(densities.get(i).quantile(0.5));
        canvas.line(median, base, median, base - 0.3 * room, color, Math.clamp(room / 8, 0.5, 2));
      }
    }
  }

  private double[] of(Model model, int label) {
    return IntStream.range(0, labels.length)
        .filter(i -> labels[i] == label)
        .mapToDouble(i -> model.values()[i])
        .toArray();
  }

  private static void drawDensity(
      Canvas canvas, Frame frame, double[] heights, double base, double scale, Color color) {
    var line = new Path2D.Double();
    for (int p = 0; p < POINTS; p++) {
      double x = frame.plot().x() + frame.plot().width() * p / (POINTS - 1);
      double y = base - heights[p] * scale;
      if (p == 0) {
        line.moveTo(x, y);
      } else {
        line.lineTo(x, y);
      }
    }
    var area = new Path2D.Double(line);
    area.lineTo(frame.plot().right(), base);
    area.lineTo(frame.plot().x(), base);
    area.closePath();
    canvas.fill(area, Palette.translucent(color, 0.28));
    canvas.stroke(line, color, Math.clamp(Math.abs(frame.y(1) - frame.y(0)) / 14, 0.4, 1.3));
  }
}
