package coretuning.figure;

import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A figure drawn on a larger sheet, with a log of its text: shows whether it keeps to its place.
final class Drawing {
  private static final int MARGIN = 150;
  private static final int UNTOUCHED = 0x00123456;

  final BufferedImage sheet;
  final List<TextLog.Entry> texts;
  private final int width;
  private final int height;
  private final int[] pixels;

  Drawing(Figure figure, int width, int height, Style style) {
    this.width = width;
    this.height = height;
    sheet = new BufferedImage(width + 2 * MARGIN, height + 2 * MARGIN, BufferedImage.TYPE_INT_ARGB);
    pixels = ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData();
    Arrays.fill(pixels, UNTOUCHED);
    var log = new TextLog();
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(TextLog.KEY, log);
    graphics.translate(MARGIN, MARGIN);
    figure.draw(graphics, width, height, style);
    graphics.dispose();
    texts = log.entries();
  }

  int pixel(double x, double y) {
    int column = (int) Math.floor(x) + MARGIN;
    int row = (int) Math.floor(y) + MARGIN;
    return pixels[row * sheet.getWidth() + column];
  }

  /// Number of pixels of exactly this colour.
  int count(int argb) {
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (pixel(x, y) == argb) {
          count++;
        }
      }
    }
    return count;
  }

  /// Number of pixels drawn outside of the figure's rectangle.
  int spilled() {
    int spilled = 0;
    for (int i = 0; i < pixels.length; i++) {
      int x = i % sheet.getWidth() - MARGIN;
      int y = i / sheet.getWidth() - MARGIN;
      boolean isInside = x >= 0 && x < width && y >= 0 && y < height;
      if (!isInside && pixels[i] != UNTOUCHED) {
        spilled++;
      }
    }
    return spilled;
  }

  /// Texts that are not whole inside the figure.
  List<String> clippedTexts() {
    var inside = new Rectangle2D.Double(MARGIN, MARGIN, width, height);
    return texts.stream()
        .filter(entry -> !inside.contains(entry.bounds().getBounds2D()))
        .map(TextLog.Entry::text)
        .toList();
  }

  /// Pairs of texts whose glyphs lie over each other. Slanted texts are compared by their exact
  /// outlines, not by their upright bounds.
  List<String> overlappingTexts() {
    var found = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      for (int k = 0; k < i; k++) {
        var one = new Area(texts.get(i).bounds());
        one.intersect(new Area(texts.get(k).bounds()));
        Rectangle2D common = one.getBounds2D();
        if (common.getWidth() > 0.5 && common.getHeight() > 0.5) {
          found.add(texts.get(k).text() + " | " + texts.get(i).text());
        }
      }
    }
    return found;
  }

  List<String> words() {
    return texts.stream().map(TextLog.Entry::text).toList();
  }
}
