package coretuning.figure;

import java.awt.Graphics2D;

/// A drawing of results that fits any size: on the screen, and off-screen at any width and
/// resolution. Figures are immutable: any thread may draw them.
public interface Figure {
  /// Draws the whole figure, background included, into the rectangle (0, 0, width, height).
  ///
  /// @param graphics already scaled: lengths are in logical pixels of 1/96 inch
  /// @param style colours and font sizes
  void draw(Graphics2D graphics, double width, double height, Style style);

  /// What the figure is called, without what changes from one drawing to the next; may be empty.
  default String title() {
    return "";
  }

  /// The numbers behind the drawing, all of them and with every digit: a row for each point, bar or
  /// cell. What is drawn smoothed or cut short is here as it was measured.
  FigureTable data();
}
