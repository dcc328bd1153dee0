package coretuning.figure;

import coretuning.spec.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;

/// Writes a figure as SVG: shapes stay shapes and text stays text.
final class SvgFile {
  private SvgFile() {}

  static void write(
      Figure figure, Sheet sheet, Style style, FigureOrigin origin, OutputStream bytes)
      throws IOException {
    double width = sheet.logicalWidth();
    double height = sheet.logicalHeight();
    // A pixel of CSS is 1/96 inch, as ours is.
    var graphics = new SVGGraphics2D(width, height, SVGUnits.PX);
    // Without a prefix of our own the names of clips hold the time of day.
    graphics.setDefsKeyPrefix("f");
    graphics.setFontFunction(
        family -> Typeface.CSS.contains(family) ? Typeface.CSS : family + ", sans-serif");
    graphics.setRenderingHint(Medium.KEY, Medium.VECTOR);
    figure.draw(graphics, width, height, style);
    String drawing = graphics.getSVGElement();
    int inside = drawing.indexOf('>', drawing.indexOf("<svg")) + 1;
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + drawing.substring(0, inside)
            + description(origin.entries())
            + drawing.substring(inside);
    graphics.dispose();
    bytes.write(document.getBytes(StandardCharsets.UTF_8));
  }

  private static String description(Map<String, String> entries) {
    if (entries.isEmpty()) {
      return "";
    }
    var text = new StringBuilder("<desc>");
    entries.forEach((keyword, value) -> text.append(escaped(keyword + ": " + value)).append('\n'));
    return text.append("</desc>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
