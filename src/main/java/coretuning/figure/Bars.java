package coretuning.figure;

import coretuning.figure.Canvas.Align;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Grouped bars: one group per category, one bar per series in it, values above the bars where they
/// fit. Too many groups for bars become dots. A value that is not finite gets a cross.
///
/// @param label of the value axis
/// @param categories `[G]` names of the groups
/// @param series `[S]` values of each series, `[G]` each, at least 0
record Bars(String label, List<String> categories, List<double[]> series) {
  private static final double GROUP_SHARE = 0.84;

  /// Bars thinner than this become dots, logical pixels.
  private static final double THINNEST = 2.5;

  void draw(Canvas canvas, Box area) {
    double top =
        series.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).max().orElse(0);
    var frame =
        new Frame(
            Axis.categories("", categories), Axis.fromZero(label, top), canvas.lettering(), area);
    frame.drawGrid(canvas);
    double width = frame.plot().width() / categories.size() * GROUP_SHARE / series.size();
    if (width < THINNEST) {
      drawDots(canvas, frame);
      frame.drawLabels(canvas);
      return;
    }
    for (int group = 0; group < categories.size(); group++) {
      for (int i = 0; i < series.size(); i++) {
        double left = frame.x(group) + (i - series.size() / 2.0) * width;
        double gap = width > 6 ? 1 : 0;
        drawBar(canvas, frame, i, series.get(i)[group], left, width - gap);
      }
    }
    frame.drawLabels(canvas);
  }

  private void drawBar(
      Canvas canvas, Frame frame, int index, double value, double left, double width) {
    double y = Double.isFinite(value) ? frame.y(value) : frame.plot().bottom();
    canvas.fill(
        new Box(left, y, width, frame.plot().bottom() - y).shape(),
        Palette.category(index, canvas.style()));
    writeValue(canvas, value, left + width / 2, y, width);
    if (!Double.isFinite(value)) {
      canvas.stroke(
          Mark.CROSS.shape(left + width / 2, y, Math.min(4, width / 2)),
          Palette.category(index, canvas.style()),
          1.6);
    }
  }

  /// With three digits if they fit above the bar, or two, or not at all.
  private static void writeValue(Canvas canvas, double value, double x, double y, double room) {
    double baseline = y - 0.6 * canvas.lettering().lineHeight(TextRole.SMALL);
    Stream.of(Numbers.brief(value), Numbers.fixed(value, 2))
        .filter(text -> canvas.lettering().width(text, TextRole.SMALL) <= room)
        .findFirst()
        .ifPresent(text ->
            canvas.centered(
                text, x, baseline, TextRole.SMALL, canvas.style().secondary(), Align.CENTER));
  }

  private void drawDots(Canvas canvas, Frame frame) {
    double slot = frame.plot().width() / categories.size();
    for (int i = 0; i < series.size(); i++) {
      double[] values = series.get(i);
      Color color = Palette.category(i, canvas.style());
      for (int group = 0; group < values.length; group++) {
        double x = frame.x(group);
        if (Double.isFinite(values[group])) {
          double radius = Math.clamp(slot / 2, 1.6, 3);
          canvas.fill(Mark.DOT.shape(x, frame.y(values[group]), radius), color);
        } else {
          canvas.stroke(Mark.CROSS.shape(x, frame.plot().bottom(), 3), color, 1.4);
        }
      }
    }
  }
}
