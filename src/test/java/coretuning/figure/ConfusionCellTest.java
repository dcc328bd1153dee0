package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where the cells of a confusion matrix lie.
class ConfusionCellTest {
  private static final double WIDTH = 500;
  private static final double HEIGHT = 400;
  private final ConfusionFigure figure =
      new ConfusionFigure(
          "CE-tuning",
          new int[][] {{5, 1, 0}, {0, 6, 0}, {2, 0, 4}},
          List.of("cat", "dog", "horse"));

  @Test
  void theMiddleOfEachCellIsThatCell() {
    for (int label = 0; label < 3; label++) {
      for (int prediction = 0; prediction < 3; prediction++) {
        var cell = new ConfusionFigure.Cell(label, prediction);
        Rectangle2D area = figure.area(cell, WIDTH, HEIGHT, Style.LIGHT);
        assertThat(figure.cellAt(area.getCenterX(), area.getCenterY(), WIDTH, HEIGHT, Style.LIGHT))
            .contains(cell);
      }
    }
  }

  @Test
  void besideTheMatrixThereIsNoCell() {
    Rectangle2D first = figure.area(new ConfusionFigure.Cell(0, 0), WIDTH, HEIGHT, Style.LIGHT);
    assertThat(figure.cellAt(first.getX() - 2, first.getCenterY(), WIDTH, HEIGHT, Style.LIGHT))
        .isEmpty();
    assertThat(figure.cellAt(first.getCenterX(), first.getY() - 2, WIDTH, HEIGHT, Style.LIGHT))
        .isEmpty();
  }
}
