package coretuning.figure;

import coretuning.figure.Canvas.Align;
import java.awt.Color;

/// The scale from numbers to colours, drawn at the right of a plot with its name and ticks.
final class ColourBar {
  private static final int STEPS = 100;
  private static final int MOST_TICKS = 6;
  private static final double GAP = 4;

  /// The lightest colours would vanish on the paper: the scale begins where they show.
  private static final double FAINTEST = 0.12;

  private final String name;
  private final double low;
  private final double high;
  private final Lettering lettering;
  private final Box area;
  private final Box rest;

  /// Takes the room it needs at the right of an area.
  ///
  /// @param low value of the faintest colour
  /// @param high value of the strongest colour, above low
  ColourBar(String name, double low, double high, Lettering lettering, Box area) {
    if (!(high > low)) {
      throw new IllegalArgumentException("a scale cannot go from %s to %s".formatted(low, high));
    }
    this.name = name;
    this.low = low;
    this.high = high;
    this.lettering = lettering;
    double size = lettering.style().fontSize();
    double width =
        size
            + GAP
            + lettering.widest(ticks(area.height()).labels(), TextRole.SMALL)
            + GAP
            + lettering.lineHeight(TextRole.BODY);
    this.area = area.inset(0, 0, 0, area.width() - width);
    rest = area.inset(0, width + 1.5 * size, 0, 0);
  }

  /// The bar over some values; values that are all alike get a scale around them.
  static ColourBar around(String name, double least, double most, Lettering lettering, Box area) {
    boolean isPoint = most - least <= 1e-9 * Math.max(Math.abs(least), Math.abs(most));
    double pad = isPoint ? Math.max(0.05, 0.05 * Math.abs(most)) : 0;
    return new ColourBar(name, least - pad, most + pad, lettering, area);
  }

  private Ticks ticks(double height) {
    double line = lettering.lineHeight(TextRole.SMALL);
    return Ticks.linear(low, high, (int) Math.clamp(height / (2 * line), 2, MOST_TICKS), 0);
  }

  /// What is left for the plot.
  Box rest() {
    return rest;
  }

  /// Left edge of the bar.
  double left() {
    return area.x();
  }

  /// Colour of a value.
  Color colour(double value, Style style) {
    double share = Math.clamp((value - low) / (high - low), 0.0, 1.0);
    return Palette.sequential(FAINTEST + (1 - FAINTEST) * share, style);
  }

  /// Draws bar, ticks and name.
  ///
  /// @param top of the bar
  /// @param bottom of the bar
  void draw(Canvas canvas, double top, double bottom) {
    Style style = canvas.style();
    Box bar = new Box(area.x(), top, style.fontSize(), bottom - top);
    for (int i = 0; i < STEPS; i++) {
      Box part = bar.cell(0, 1, STEPS - 1 - i, STEPS, 0);
      canvas.fill(
          new Box(part.x(), part.y(), part.width(), part.height() + (i == 0 ? 0 : 0.5)).shape(),
          colour(low + (high - low) * i / (STEPS - 1.0), style));
    }
    canvas.stroke(bar.shape(), style.muted(), 1);
    Ticks ticks = ticks(bar.height());
    for (int i = 0; i < ticks.values().size(); i++) {
      double y = bar.bottom() - bar.height() * (ticks.values().get(i) - low) / (high - low);
      canvas.centered(
          ticks.labels().get(i),
          bar.right() + GAP,
          y,
          TextRole.SMALL,
          style.secondary(),
          Align.LEFT);
    }
    canvas.turned(
        lettering.fit(name, TextRole.BODY, bar.height()),
        area.right() - lettering.lineHeight(TextRole.BODY) / 2,
        bar.centerY(),
        -90,
        TextRole.BODY,
        style.foreground(),
        Align.CENTER);
  }
}
