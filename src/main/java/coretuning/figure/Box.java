package coretuning.figure;

import java.awt.geom.Rectangle2D;

/// A rectangle of a figure's layout, logical pixels, y downwards.
record Box(double x, double y, double width, double height) {
  Box {
    width = Math.max(0, width);
    height = Math.max(0, height);
  }

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double centerX() {
    return x + width / 2;
  }

  double centerY() {
    return y + height / 2;
  }

  Box inset(double margin) {
    return inset(margin, margin, margin, margin);
  }

  Box inset(double top, double right, double bottom, double left) {
    return new Box(x + left, y + top, width - left - right, height - top - bottom);
  }

  boolean contains(double px, double py) {
    return px >= x && px <= right() && py >= y && py <= bottom();
  }

  /// The largest rectangle of the given width : height inside, centred.
  Box withAspect(double aspect) {
    double fitted = Math.min(width, height * aspect);
    return new Box(
        centerX() - fitted / 2, centerY() - fitted / aspect / 2, fitted, fitted / aspect);
  }

  /// One cell of an even grid with gaps between the cells.
  Box cell(int column, int columns, int row, int rows, double gap) {
    double cellWidth = (width - gap * (columns - 1)) / columns;
    double cellHeight = (height - gap * (rows - 1)) / rows;
    return new Box(
        x + column * (cellWidth + gap), y + row * (cellHeight + gap), cellWidth, cellHeight);
  }

  Rectangle2D shape() {
    return new Rectangle2D.Double(x, y, width, height);
  }
}
