package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepFigureTest {
  private static double contrast(double first, double second) {
    var figure =
        new SweepFigure(
            "",
            "",
            "N",
            "s",
            List.of(new SweepFigure.Cell(8, 1, first, 1), new SweepFigure.Cell(8, 2, second, 1)));
    var drawing = new Drawing(figure, 400, 300, Style.LIGHT);
    return OkLab.of(new Color(drawing.pixel(150, 60)))
        .distance(OkLab.of(new Color(drawing.pixel(320, 60))));
  }

  @Test
  void smallDifferencesLookSmall() {
    assertThat(contrast(52.7, 52.8)).isPositive().isLessThan(0.1 * contrast(50, 55));
    assertThat(contrast(40, 60)).isEqualTo(contrast(50, 55));
    assertThat(contrast(50, 50)).isZero();
  }
}
