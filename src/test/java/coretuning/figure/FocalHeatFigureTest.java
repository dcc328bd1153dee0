package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.FocalCourse;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FocalHeatFigureTest {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 360;

  /// Fine enough to meet every cell.
  private static final int STEP = 5;

  private static FocalHeatFigure figure(List<FocalCourse> courses) {
    return new FocalHeatFigure(
        "t",
        List.of(5, 10),
        new FocalHeatFigure.Rows(courses, "as given", false),
        List.of("one", "two"),
        OptionalInt.empty());
  }

  private static FocalCourse course(int sample, double... weights) {
    return new FocalCourse(sample, sample % 2, weights, 0);
  }

  private static final FocalHeatFigure SMALL =
      figure(List.of(course(4, 0.9, Double.NaN), course(7, 0.0, 0.5)));

  /// The middle of a cell, found as a click finds it, in drawing pixels.
  private static int[] middle(FocalHeatFigure figure, int sample, int position) {
    var x = new IntSummaryStatistics();
    var y = new IntSummaryStatistics();
    for (int row = 0; row < HEIGHT; row += STEP) {
      for (int column = 0; column < WIDTH; column += STEP) {
        Optional<FocalHeatFigure.Cell> cell =
            figure.cellAt(column, row, WIDTH, HEIGHT, Style.LIGHT);
        if (cell.isPresent()
            && cell.get().course().sample() == sample
            && cell.get().position() == position) {
          x.accept(column);
          y.accept(row);
        }
      }
    }
    return new int[] {(x.getMin() + x.getMax()) / 2, (y.getMin() + y.getMax()) / 2};
  }

  @Test
  void aPlaceKnowsItsAnchorAndEpoch() {
    var drawing = new Drawing(SMALL, WIDTH, HEIGHT, Style.LIGHT);
    int[] high = middle(SMALL, 4, 0);
    int[] zero = middle(SMALL, 7, 0);
    int[] half = middle(SMALL, 7, 1);

    assertThat(high[1]).isLessThan(zero[1]);
    assertThat(half[0]).isGreaterThan(zero[0]);
    assertThat(drawing.pixel(high[0], high[1])).isNotEqualTo(drawing.pixel(zero[0], zero[1]));
    assertThat(drawing.pixel(half[0], half[1]))
        .isNotIn(drawing.pixel(high[0], high[1]), drawing.pixel(zero[0], zero[1]));
    assertThat(SMALL.cellAt(1, 1, WIDTH, HEIGHT, Style.LIGHT)).isEmpty();
  }

  @Test
  void anAbsentAnchorIsHatchedAndNotDrawnAsZero() {
    var drawing = new Drawing(SMALL, WIDTH, HEIGHT, Style.LIGHT);
    int[] absent = middle(SMALL, 4, 1);
    int[] zero = middle(SMALL, 7, 0);

    List<Integer> around =
        IntStream.range(-4, 5).mapToObj(d -> drawing.pixel(absent[0] + d, absent[1])).toList();

    assertThat(around).contains(Style.LIGHT.background().getRGB());
    assertThat(around).doesNotContain(drawing.pixel(zero[0], zero[1]));
    assertThat(around.stream().distinct().count()).isGreaterThan(1);
    assertThat(drawing.words()).contains("none");
  }

  @Test
  void theTableSaysNothingWhereTheAnchorIsAbsent() {
    assertThat(SMALL.data().rows())
        .containsExactly(
            List.of(4, "one", 5, 0.9),
            List.of(4, "one", 10, ""),
            List.of(7, "two", 5, 0.0),
            List.of(7, "two", 10, 0.5));
  }

  @Test
  void moreAnchorsThanPixelsAreAveragedNotDropped() {
    // Every second anchor weighs nothing: a line of pixels shows the mean of those it covers.
    List<FocalCourse> courses =
        IntStream.range(0, 6000).mapToObj(i -> course(i, i % 2, i % 2)).toList();
    FocalHeatFigure figure = figure(courses);

    var drawing = new Drawing(figure, WIDTH, HEIGHT, Style.LIGHT);
    List<Integer> column =
        IntStream.range(120, 260).mapToObj(y -> drawing.pixel(WIDTH / 2, y)).distinct().toList();

    FocalHeatFigure even =
        figure(
            IntStream.range(0, 4)
                .mapToObj(i -> course(i, i == 0 ? 0 : i == 1 ? 1 : 0.5, 0.5))
                .toList());
    int[] half = middle(even, 3, 0);
    int expected = new Drawing(even, WIDTH, HEIGHT, Style.LIGHT).pixel(half[0], half[1]);
    assertThat(column).hasSizeLessThan(20).contains(expected);
  }
}
