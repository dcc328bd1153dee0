package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Projection;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScatterFigureTest {
  private static final Style STYLE = Style.LIGHT;
  private static final List<String> TWO = List.of("cat", "dog");

  /// Four points in the corners of a square: 0 top left, 1 top right, 2 bottom left, 3 bottom
  /// right.
  private static ScatterFigure square() {
    var map =
        new Projection(
            "t-SNE", 1, 30, 500, new double[] {-1, 1, -1, 1}, new double[] {1, 1, -1, -1});
    return new ScatterFigure("square", map, new int[] {0, 1, 0, 1}, TWO);
  }

  /// Middle of the place where a point is hit, found by trying every pixel.
  private static double[] found(ScatterFigure figure, int row, int width, int height) {
    double sumX = 0;
    double sumY = 0;
    int hits = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (figure.nearest(x, y, width, height, STYLE).equals(OptionalInt.of(row))) {
          sumX += x;
          sumY += y;
          hits++;
        }
      }
    }
    assertThat(hits).isBetween(20, 400);
    return new double[] {sumX / hits, sumY / hits};
  }

  @Test
  void eachPointIsHitWhereItIsDrawnInTheColourOfItsClass() {
    for (int[] size : new int[][] {{480, 360}, {300, 420}}) {
      var drawing = new Drawing(square(), size[0], size[1], STYLE);
      for (int row = 0; row < 4; row++) {
        double[] place = found(square(), row, size[0], size[1]);
        var drawn = OkLab.of(new java.awt.Color(drawing.pixel(place[0], place[1])));
        var expected = OkLab.of(Palette.category(row % 2, STYLE));
        var other = OkLab.of(Palette.category(1 - row % 2, STYLE));
        assertThat(drawn.distance(expected)).isLessThan(0.1).isLessThan(drawn.distance(other));
      }
    }
  }

  @Test
  void bothAxesHaveTheSameScale() {
    double[] topLeft = found(square(), 0, 600, 360);
    double[] topRight = found(square(), 1, 600, 360);
    double[] bottomLeft = found(square(), 2, 600, 360);

    assertThat(topRight[0] - topLeft[0])
        .isCloseTo(bottomLeft[1] - topLeft[1], org.assertj.core.api.Assertions.within(1.0));
    assertThat(topLeft[1]).isLessThan(bottomLeft[1]);
  }

  @Test
  void nothingIsHitFarFromAllPoints() {
    assertThat(square().nearest(2, 2, 480, 360, STYLE)).isEmpty();
    double[] one = found(square(), 0, 480, 360);
    assertThat(square().nearest(one[0] + 30, one[1] + 30, 480, 360, STYLE)).isEmpty();
  }

  @Test
  void theRestOfASelectionIsGreyAndNotHit() {
    var rows = new BitSet();
    rows.set(1);
    double[] unselected = found(square(), 0, 480, 360);

    ScatterFigure figure = square().withSelection(Optional.of(rows));
    var drawing = new Drawing(figure, 480, 360, STYLE);

    assertThat(figure.nearest(unselected[0], unselected[1], 480, 360, STYLE)).isEmpty();
    var drawn = OkLab.of(new java.awt.Color(drawing.pixel(unselected[0], unselected[1])));
    assertThat(drawn.distance(OkLab.of(STYLE.muted()))).isLessThan(0.05);
  }

  @Test
  void highlightsAreNamedAndDrawnAboveThePoint() {
    ScatterFigure figure =
        square().withHighlights(List.of(new Highlight(0, Mark.STAR, "anchor of the pair")));

    var drawing = new Drawing(figure, 480, 360, STYLE);

    assertThat(drawing.words()).contains("anchor of the pair");
    // The outline of a star, in the text's colour, is on no figure without highlights.
    int before = new Drawing(square(), 480, 360, STYLE).count(STYLE.foreground().getRGB());
    assertThat(drawing.count(STYLE.foreground().getRGB())).isGreaterThan(before + 10);
  }

  @Test
  void pointsThatAreNotFiniteAreLeftOut() {
    var map =
        new Projection(
            "t-SNE", 1, 30, 500, new double[] {0, Double.NaN, 1}, new double[] {0, 0, 1});
    var figure = new ScatterFigure("holes", map, new int[] {0, 1, 0}, TWO);

    var drawing = new Drawing(figure, 480, 360, STYLE);

    assertThat(drawing.spilled()).isZero();
    assertThat(found(figure, 0, 480, 360)[1]).isGreaterThan(found(figure, 2, 480, 360)[1]);
  }

  @Test
  void theSubtitleSaysHowTheMapWasMade() {
    assertThat(new Drawing(square(), 480, 360, STYLE).words())
        .contains("t-SNE, seed 1, perplexity 30, 500 iterations");
    var map = new Projection("t-SNE", 7, 12.5, 250, new double[0], new double[0]);
    assertThat(ScatterFigure.describe(map)).contains("seed 7, perplexity 12.5, 250");
    var components = new Projection("PCA", 0, Double.NaN, 0, new double[0], new double[0]);
    assertThat(ScatterFigure.describe(components)).isEqualTo("PCA");
  }

  @Test
  void aHundredClassesAreAllNamedWhereThereIsRoom() {
    List<String> names = Examples.names(100);

    assertThat(new Drawing(Examples.scatter(1000, names), 1600, 1000, STYLE).words())
        .containsAll(names);
    assertThat(new Drawing(Examples.scatter(1000, names), 480, 360, STYLE).words())
        .anyMatch(word -> word.matches("\\+ \\d+ more"));
  }

  @Test
  void tenThousandPointsAreDrawnInAMoment() {
    ScatterFigure figure = Examples.scatter(10_000, Examples.CLASSES);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      long start = System.nanoTime();
      FigureImage.paint(figure, BufferedImage.TYPE_INT_ARGB_PRE, 1000, 700, 1, STYLE);
      best = Math.min(best, System.nanoTime() - start);
    }
    // About 50 ms were measured on two shared cores; the limit leaves room for a busier machine.
    assertThat(best / 1_000_000).isLessThan(400);
  }

  @Test
  void wrongArgumentsAreNamed() {
    var map = Examples.map(3, 1);

    assertThatThrownBy(() -> new ScatterFigure("", map, new int[2], TWO))
        .hasMessageContaining("3 points got 2 labels");
    assertThatThrownBy(() -> new ScatterFigure("", map, new int[] {0, 2, 0}, TWO))
        .hasMessageContaining("[0, 2), got 2");
    assertThatThrownBy(() -> square().withHighlights(List.of(new Highlight(4, Mark.DOT, "x"))))
        .hasMessageContaining("[0, 4), got 4");
  }
}
