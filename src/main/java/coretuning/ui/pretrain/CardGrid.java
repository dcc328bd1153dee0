package coretuning.ui.pretrain;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Children in rows, all of one size: as many beside each other as stay wide enough, and as high as
/// the place allows.
final class CardGrid extends Pane {
  private static final double GAP = 12;
  private static final double LEAST_WIDTH = 268;
  private static final int MOST_COLUMNS = 4;

  private final double leastHeight;

  /// @param leastHeight of a child
  CardGrid(double leastHeight) {
    this.leastHeight = leastHeight;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private int columns(double width) {
    int fitting = (int) ((width + GAP) / (LEAST_WIDTH + GAP));
    int most = Math.min(MOST_COLUMNS, Math.max(1, getManagedChildren().size()));
    int columns = Math.clamp(fitting, 1, most);
    // Full rows where that costs no row.
    int rows = rows(columns);
    while (columns > 1 && rows(columns - 1) == rows) {
      columns--;
    }
    return columns;
  }

  private int rows(int columns) {
    return (getManagedChildren().size() + columns - 1) / columns;
  }

  @Override
  protected double computeMinHeight(double width) {
    int rows = rows(columns(width < 0 ? LEAST_WIDTH : width));
    return rows * leastHeight + Math.max(0, rows - 1) * GAP;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEAST_WIDTH;
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    int rows = Math.max(1, rows(columns));
    double width = Math.floor((getWidth() - GAP * (columns - 1)) / columns);
    double height = Math.floor((getHeight() - GAP * (rows - 1)) / rows);
    int place = 0;
    for (Node child : getManagedChildren()) {
      child.resizeRelocate(
          place % columns * (width + GAP),
          Math.floorDiv(place, columns) * (height + GAP),
          width,
          height);
      place++;
    }
  }
}
