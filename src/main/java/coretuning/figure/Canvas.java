package coretuning.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.Line2D;

/// Draws text, lines and areas in a style. Lengths in logical pixels.
final class Canvas {
  /// Where a text lies relative to the given x.
  enum Align {
    LEFT(0),
    CENTER(0.5),
    RIGHT(1);

    private final double share;

    Align(double share) {
      this.share = share;
    }
  }

  private final Graphics2D graphics;
  private final Style style;
  private final Lettering lettering;

  private Canvas(Graphics2D graphics, Style style) {
    this.graphics = graphics;
    this.style = style;
    this.lettering = new Lettering(style);
  }

  /// Starts a figure: smooth edges, the whole rectangle in the background's colour.
  static Canvas open(Graphics2D graphics, double width, double height, Style style) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    var canvas = new Canvas(graphics, style);
    canvas.fill(new Box(0, 0, width, height).shape(), style.background());
    return canvas;
  }

  Graphics2D graphics() {
    return graphics;
  }

  /// Whether the drawing can be enlarged later, and must not be made of pixels.
  boolean isVector() {
    return Medium.of(graphics) == Medium.VECTOR;
  }

  Style style() {
    return style;
  }

  Lettering lettering() {
    return lettering;
  }

  void fill(Shape shape, Color color) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  void stroke(Shape shape, Color color, double width) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  void line(double x1, double y1, double x2, double y2, Color color, double width) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  void dashed(double x1, double y1, double x2, double y2, Color color, double width) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            10,
            new float[] {5, 4},
            0));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /// Writes one line.
  ///
  /// @param baseline y of the baseline
  void text(String text, double x, double baseline, TextRole role, Color color, Align align) {
    if (text.isEmpty()) {
      return;
    }
    Font font = lettering.font(text, role);
    double left = x - lettering.width(text, role) * align.share;
    graphics.setFont(font);
    graphics.setColor(color);
    graphics.drawString(text, (float) left, (float) baseline);
    if (graphics.getRenderingHint(TextLog.KEY) instanceof TextLog log) {
      GlyphVector glyphs = font.createGlyphVector(graphics.getFontRenderContext(), text);
      Shape bounds = glyphs.getOutline((float) left, (float) baseline).getBounds2D();
      log.add(text, graphics.getTransform().createTransformedShape(bounds));
    }
  }

  /// Writes one line whose capitals are centred on the given y.
  void centered(String text, double x, double y, TextRole role, Color color, Align align) {
    text(text, x, y + 0.36 * lettering.size(role), role, color, align);
  }

  /// Writes one line turned about (x, y).
  ///
  /// @param angle clockwise, degrees
  void turned(
      String text, double x, double y, double angle, TextRole role, Color color, Align align) {
    var before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(Math.toRadians(angle));
    centered(text, 0, 0, role, color, align);
    graphics.setTransform(before);
  }

  /// Says in the middle of a box why there is nothing to see.
  void message(Box box, String text) {
    var lines = lettering.wrap(text, TextRole.BODY, box.width(), 3);
    double y = box.centerY() - (lines.size() - 1) * lettering.lineHeight(TextRole.BODY) / 2;
    for (String line : lines) {
      centered(line, box.centerX(), y, TextRole.BODY, style.secondary(), Align.CENTER);
      y += lettering.lineHeight(TextRole.BODY);
    }
  }
}
