package coretuning.ui.map;

import coretuning.figure.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/// What lies above the points of a map: rings around single ones, and the line being drawn.
final class MapMarks {
  private static final double FOCUS_RING = 8;
  private static final double HOVER_RING = 6;
  private static final double NEIGHBOUR_RING = 5;

  private final Canvas canvas = new Canvas();
  private List<Integer> neighbours = List.of();
  private OptionalInt focus = OptionalInt.empty();
  private OptionalInt hover = OptionalInt.empty();
  private final List<Point2D> line = new ArrayList<>();
  private boolean hasRim;

  MapMarks() {
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
  }

  Canvas node() {
    return canvas;
  }

  void setRim(boolean wanted) {
    hasRim = wanted;
  }

  void setFocus(OptionalInt row) {
    focus = row;
  }

  void setHover(OptionalInt row) {
    hover = row;
  }

  void setNeighbours(List<Integer> rows) {
    neighbours = List.copyOf(rows);
  }

  /// The line being drawn, in pixels of the view; to be changed by who draws it.
  List<Point2D> line() {
    return line;
  }

  /// Draws everything.
  void paint(PointCloud points, Viewport viewport, Style style, double width, double height) {
    canvas.setWidth(width);
    canvas.setHeight(height);
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, width, height);
    Color ink = colour(style.foreground());
    Color halo = colour(style.background());
    var rings = new Rings(context, points, viewport, width, height);
    if (hasRim) {
      rings.rim(colour(style.muted()));
    }
    focus.ifPresent(row ->
        neighbours.forEach(each -> rings.connect(row, each, ink.deriveColor(0, 1, 1, 0.35))));
    neighbours.forEach(row -> rings.draw(row, NEIGHBOUR_RING, 1.2, ink, halo));
    hover.ifPresent(row -> rings.draw(row, HOVER_RING, 1.4, ink, halo));
    focus.ifPresent(row -> rings.draw(row, FOCUS_RING, 2, ink, halo));
    if (line.size() > 1) {
      trace(context, ink);
    }
  }

  private void trace(GraphicsContext context, Color ink) {
    context.beginPath();
    context.moveTo(line.getFirst().getX(), line.getFirst().getY());
    line.stream().skip(1).forEach(each -> context.lineTo(each.getX(), each.getY()));
    context.closePath();
    context.setFill(ink.deriveColor(0, 1, 1, 0.08));
    context.fill();
    context.setStroke(ink);
    context.setLineWidth(1.2);
    context.setLineJoin(StrokeLineJoin.ROUND);
    context.setLineDashes(5, 4);
    context.stroke();
    context.setLineDashes();
  }

  private static Color colour(java.awt.Color color) {
    return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
  }

  private record Rings(
      GraphicsContext context, PointCloud points, Viewport viewport, double width, double height) {
    void draw(int row, double radius, double strength, Color ink, Color halo) {
      if (row >= points.size() || !points.has(row)) {
        return;
      }
      double x = x(row) - radius;
      double y = y(row) - radius;
      context.setStroke(halo);
      context.setLineWidth(strength + 2.5);
      context.strokeOval(x, y, 2 * radius, 2 * radius);
      context.setStroke(ink);
      context.setLineWidth(strength);
      context.strokeOval(x, y, 2 * radius, 2 * radius);
    }

    /// The circle of radius 1 about the origin.
    void rim(Color ink) {
      double left = viewport.screenX(-1, width);
      double top = viewport.screenY(1, height);
      context.setStroke(ink);
      context.setLineWidth(1);
      context.strokeOval(
          left, top, viewport.screenX(1, width) - left, viewport.screenY(-1, height) - top);
    }

    void connect(int from, int to, Color ink) {
      if (Math.max(from, to) < points.size() && points.has(from) && points.has(to)) {
        context.setStroke(ink);
        context.setLineWidth(1);
        context.strokeLine(x(from), y(from), x(to), y(to));
      }
    }

    private double x(int row) {
      return viewport.screenX(points.x()[row], width);
    }

    private double y(int row) {
      return viewport.screenY(points.y()[row], height);
    }
  }
}
