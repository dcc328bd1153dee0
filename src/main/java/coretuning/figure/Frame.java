package coretuning.figure;

import coretuning.figure.Canvas.Align;

/// The coordinate system of a plot: two axes, their ticks, and the place left between the labels.
final class Frame {
  private static final double TICK_GAP = 6;
  private static final double SLANT = 45;
  private static final int MOST_Y_TICKS = 9;
  private static final double MOST_LABEL_SHARE = 0.3;

  private final Lettering lettering;
  private final Box area;
  private final Axis xAxis;
  private final Axis yAxis;
  private final Box plot;
  private final Ticks xTicks;
  private final Ticks yTicks;
  private final boolean slanted;

  /// Fits axes and labels into the area; nothing is drawn outside of it.
  Frame(Axis xAxis, Axis yAxis, Lettering lettering, Box area) {
    this.lettering = lettering;
    this.area = area;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    double line = lettering.lineHeight(TextRole.BODY);
    double titleRoom = line + 5;
    double top = line / 2;
    double plainBottom = TICK_GAP + line + (xAxis.label().isEmpty() ? 0 : titleRoom);
    yTicks = verticalTicks(area.height() - top - plainBottom);
    double left =
        TICK_GAP
            + Math.min(
                lettering.widest(yTicks.labels(), TextRole.BODY), MOST_LABEL_SHARE * area.width())
            + (yAxis.label().isEmpty() ? 0 : titleRoom);
    boolean isCategorical = xAxis.scale() == Axis.Scale.CATEGORICAL;
    Ticks all = isCategorical ? xAxis.ticks(xAxis.categories().size()) : horizontalTicks(left);
    double width = lettering.widest(all.labels(), TextRole.BODY);
    double slot = (area.width() - left) / Math.max(1, all.values().size());
    slanted = isCategorical && width > slot - 6;
    xTicks = slanted ? xAxis.ticks((int) Math.max(1, (area.width() - left) / line)) : all;
    double lowered = Math.min(width, MOST_LABEL_SHARE * area.height()) * Math.sin(Math.PI / 4);
    double right = isCategorical ? 2 : width / 2 + 1;
    plot = area.inset(top, right, slanted ? plainBottom + lowered : plainBottom, Math.max(left, 2));
  }

  private Ticks verticalTicks(double height) {
    double line = lettering.lineHeight(TextRole.BODY);
    if (yAxis.scale() == Axis.Scale.CATEGORICAL) {
      return yAxis.ticks((int) Math.max(2, height / (0.85 * line)));
    }
    return yAxis.ticks((int) Math.clamp(height / (2.4 * line), 2, MOST_Y_TICKS));
  }

  private Ticks horizontalTicks(double left) {
    double length = area.width() - left;
    for (int most = (int) Math.max(2, length / 35); ; most--) {
      Ticks ticks = xAxis.ticks(most);
      double widest = lettering.widest(ticks.labels(), TextRole.BODY);
      if (most <= 2 || ticks.values().size() * (widest + 14) <= length) {
        return ticks;
      }
    }
  }

  /// Where data is drawn.
  Box plot() {
    return plot;
  }

  double x(double value) {
    return plot.x() + xAxis.fraction(value) * plot.width();
  }

  double y(double value) {
    return plot.bottom() - yAxis.fraction(value) * plot.height();
  }

  /// Grid lines behind the data, none across categories.
  void drawGrid(Canvas canvas) {
    var color = canvas.style().grid();
    if (yAxis.scale() != Axis.Scale.CATEGORICAL) {
      yTicks.values().forEach(v -> canvas.line(plot.x(), y(v), plot.right(), y(v), color, 1));
    }
    if (xAxis.scale() != Axis.Scale.CATEGORICAL) {
      xTicks.values().forEach(v -> canvas.line(x(v), plot.y(), x(v), plot.bottom(), color, 1));
    }
  }

  /// Tick labels, axis labels and the base line.
  void drawLabels(Canvas canvas) {
    var color = canvas.style().secondary();
    double line = lettering.lineHeight(TextRole.BODY);
    if (yAxis.scale() != Axis.Scale.CATEGORICAL) {
      canvas.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), color, 1);
    }
    double room = MOST_LABEL_SHARE * area.width();
    for (int i = 0; i < yTicks.values().size(); i++) {
      String label = lettering.fit(yTicks.labels().get(i), TextRole.BODY, room);
      double y = y(yTicks.values().get(i));
      canvas.centered(label, plot.x() - TICK_GAP, y, TextRole.BODY, color, Align.RIGHT);
    }
    for (int i = 0; i < xTicks.values().size(); i++) {
      drawXLabel(canvas, xTicks.labels().get(i), x(xTicks.values().get(i)));
    }
    var strong = canvas.style().foreground();
    String below = lettering.fit(xAxis.label(), TextRole.BODY, plot.width());
    canvas.centered(
        below, plot.centerX(), area.bottom() - line / 2, TextRole.BODY, strong, Align.CENTER);
    String beside = lettering.fit(yAxis.label(), TextRole.BODY, plot.height());
    canvas.turned(
        beside, area.x() + line / 2, plot.centerY(), -90, TextRole.BODY, strong, Align.CENTER);
  }

  private void drawXLabel(Canvas canvas, String label, double x) {
    var color = canvas.style().secondary();
    double line = lettering.lineHeight(TextRole.BODY);
    if (slanted) {
      // A slanted label must also end before the left edge of the area.
      double room =
          Math.min(MOST_LABEL_SHARE * area.height(), (x - area.x()) / Math.cos(Math.PI / 4) - 2);
      canvas.turned(
          lettering.fit(label, TextRole.BODY, room),
          x + 2,
          plot.bottom() + TICK_GAP + line / 4,
          -SLANT,
          TextRole.BODY,
          color,
          Align.RIGHT);
    } else {
      double y = plot.bottom() + TICK_GAP + line / 2;
      canvas.centered(label, x, y, TextRole.BODY, color, Align.CENTER);
    }
  }
}
