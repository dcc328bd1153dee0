package coretuning.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Curves over epochs or steps: losses, accuracies, learning rates of one or several runs.
///
/// @param title may be empty, as may the labels
/// @param xLabel e.g. `epoch`
/// @param yLabel e.g. `loss (nats)`
/// @param series in the order of their colours
/// @param smoothing factor of the exponential mean in [0, 0.999]; above 0 the raw values stay
///   visible, pale
/// @param isLogarithmic whether y has a logarithmic scale; values of 0 and below become gaps
public record CurveFigure(
    String title,
    String xLabel,
    String yLabel,
    List<Series> series,
    double smoothing,
    boolean isLogarithmic)
    implements Figure, Keyed {
  private static final double LINE = 1.9;
  private static final int DOTTED_UP_TO = 30;
  private static final double MOST_SMOOTHING = 0.999;

  public CurveFigure {
    series = List.copyOf(series);
    if (!(smoothing >= 0 && smoothing <= MOST_SMOOTHING)) {
      throw new IllegalArgumentException("smoothing must lie in [0, 0.999], got " + smoothing);
    }
  }

  /// Unsmoothed curves on a linear scale.
  public CurveFigure(String title, String xLabel, String yLabel, List<Series> series) {
    this(title, xLabel, yLabel, series, 0, false);
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    Heading heading = heading(width, height, style);
    heading.draw(canvas);
    double[] shown = shown();
    if (shown.length == 0) {
      canvas.message(heading.body(), "no data");
      return;
    }
    legendIn(heading, style).draw(canvas);
    Axis yAxis = yAxis(shown);
    Frame frame = frame(width, height, style);
    frame.drawGrid(canvas);
    for (int i = 0; i < series.size(); i++) {
      drawSeries(canvas, frame, yAxis, series.get(i), Palette.category(i, style));
    }
    frame.drawLabels(canvas);
  }

  /// Where an x lies on a drawing, logical pixels from its left, and the plot's ends there.
  public record Column(double x, double top, double bottom) {}

  /// The x of a value that lies nearest to a place on a drawing of the given size and style; none
  /// beside the plot.
  ///
  /// @param x logical pixels from the left of the drawing
  public OptionalDouble xAt(double x, double width, double height, Style style) {
    if (shown().length == 0) {
      return OptionalDouble.empty();
    }
    Frame frame = frame(width, height, style);
    if (x < frame.plot().x() || x > frame.plot().right()) {
      return OptionalDouble.empty();
    }
    return series.stream()
        .flatMapToDouble(each -> Arrays.stream(each.x()))
        .boxed()
        .min(Comparator.comparingDouble(value -> Math.abs(frame.x(value) - x)))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /// Where a value lies on a drawing of the given size and style.
  ///
  /// @throws IllegalArgumentException if there is nothing to draw
  public Column column(double value, double width, double height, Style style) {
    if (shown().length == 0) {
      throw new IllegalArgumentException("a figure without values has no place for " + value);
    }
    Frame frame = frame(width, height, style);
    return new Column(frame.x(value), frame.plot().y(), frame.plot().bottom());
  }

  private double[] shown() {
    return series.stream()
        .flatMapToDouble(each -> Arrays.stream(each.y()))
        .filter(this::canShow)
        .toArray();
  }

  private Heading heading(double width, double height, Style style) {
    String subtitle =
        smoothing > 0 ? "exponential mean, factor " + Numbers.brief(smoothing) + "; raw pale" : "";
    return new Heading(title, subtitle, new Lettering(style), width, height);
  }

  private Legend legendIn(Heading heading, Style style) {
    return Legend.above(legend(style), new Lettering(style), heading.body());
  }

  /// Needs a value that can be shown.
  private Frame frame(double width, double height, Style style) {
    Box rest = legendIn(heading(width, height, style), style).rest();
    return new Frame(xAxis(), yAxis(shown()), new Lettering(style), rest);
  }

  @Override
  public FigureTable data() {
    String x = xLabel.isEmpty() ? "x" : xLabel;
    String y = yLabel.isEmpty() ? "y" : yLabel;
    var rows =
        smoothing > 0
            ? new FigureTable.Rows("series", x, y, "smoothed " + y)
            : new FigureTable.Rows("series", x, y);
    for (Series each : series) {
      double[] smooth = each.smoothed(smoothing).y();
      for (int i = 0; i < smooth.length; i++) {
        if (smoothing > 0) {
          rows.add(each.name(), each.x()[i], each.y()[i], smooth[i]);
        } else {
          rows.add(each.name(), each.x()[i], each.y()[i]);
        }
      }
    }
    return rows.table();
  }

  private void drawSeries(Canvas canvas, Frame frame, Axis yAxis, Series raw, Color color) {
    var before = canvas.graphics().getClip();
    canvas.graphics().clip(frame.plot().inset(-4).shape());
    var path = new CurvePath(raw, frame, yAxis);
    if (smoothing > 0) {
      canvas.stroke(path.lines(), Palette.translucent(color, 0.38), 1);
      path = new CurvePath(raw.smoothed(smoothing), frame, yAxis);
    }
    canvas.stroke(path.lines(), color, LINE);
    if (smoothing == 0 && raw.x().length <= DOTTED_UP_TO) {
      for (int i = 0; i < raw.x().length; i++) {
        if (yAxis.canShow(raw.y()[i])) {
          canvas.fill(Mark.DOT.shape(frame.x(raw.x()[i]), frame.y(raw.y()[i]), 2.6), color);
        }
      }
    }
    for (double[] point : path.lonePoints()) {
      canvas.fill(Mark.DOT.shape(point[0], point[1], 2.6), color);
    }
    for (double[] gap : path.gaps()) {
      canvas.stroke(Mark.CROSS.shape(gap[0], gap[1], 4.5), color, 1.8);
    }
    canvas.graphics().setClip(before);
  }

  @Override
  public List<Legend.Entry> legend(Style style) {
    var entries = new ArrayList<Legend.Entry>();
    // A lone curve that is called what the figure is called needs no legend.
    boolean isNamed = series.size() == 1 && series.getFirst().name().equalsIgnoreCase(title);
    for (int i = 0; i < series.size() && !isNamed; i++) {
      entries.add(Legend.Entry.line(series.get(i).name(), Palette.category(i, style)));
    }
    if (series.stream().flatMapToDouble(s -> Arrays.stream(s.y())).anyMatch(y -> !canShow(y))) {
      String name = isLogarithmic ? "NaN, infinite or not above 0" : "NaN or infinite";
      entries.add(Legend.Entry.of(name, style.secondary(), Mark.CROSS));
    }
    return entries;
  }

  private boolean canShow(double y) {
    return Double.isFinite(y) && (!isLogarithmic || y > 0);
  }

  private Axis yAxis(double[] shown) {
    double low = Arrays.stream(shown).min().orElseThrow();
    double high = Arrays.stream(shown).max().orElseThrow();
    return Axis.around(
        yLabel, low, high, isLogarithmic ? Axis.Scale.LOGARITHMIC : Axis.Scale.LINEAR);
  }

  private Axis xAxis() {
    double[] all = series.stream().flatMapToDouble(s -> Arrays.stream(s.x())).toArray();
    double low = Arrays.stream(all).min().orElseThrow();
    double high = Arrays.stream(all).max().orElseThrow();
    boolean isWhole = Arrays.stream(all).allMatch(x -> x == Math.rint(x));
    Axis.Scale scale = isWhole ? Axis.Scale.INTEGER : Axis.Scale.LINEAR;
    return low < high
        ? new Axis(
            xLabel, low - 0.015 * (high - low), high + 0.015 * (high - low), scale, List.of())
        : new Axis(xLabel, low - 1, high + 1, scale, List.of());
  }
}
