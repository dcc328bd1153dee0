package coretuning.figure;

import java.awt.Graphics2D;

/// Says why there is nothing to see yet.
///
/// @param text e.g. `no data`
public record NoDataFigure(String text) implements Figure {
  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    Canvas canvas = Canvas.open(graphics, width, height, style);
    canvas.message(new Box(0, 0, width, height).inset(12), text);
  }

  @Override
  public FigureTable data() {
    return FigureTable.empty();
  }
}
