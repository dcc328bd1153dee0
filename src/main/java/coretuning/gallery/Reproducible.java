package coretuning.gallery;

import coretuning.figure.Figure;
import coretuning.figure.FigureTable;
import coretuning.figure.Style;
import coretuning.spec.FigureSpec;
import java.awt.Graphics2D;

/// A figure and the recipe that draws it again from its runs' folders.
///
/// @param figure what is drawn
/// @param recipe of it; its look is the caller's to choose
public record Reproducible(Figure figure, FigureSpec recipe) implements Figure {
  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    figure.draw(graphics, width, height, style);
  }

  @Override
  public String title() {
    return figure.title();
  }

  @Override
  public FigureTable data() {
    return figure.data();
  }
}
