package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Projection;
import coretuning.spec.LegendPlace;
import coretuning.spec.Surround;
import java.awt.Color;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterFigureTest {
  private static final Style STYLE = Style.LIGHT.withSurround(new Surround(true, LegendPlace.NONE));
  private static final List<String> FOUR = List.of("cat", "dog", "hen", "cow");

  /// Four points of four classes in the corners of a square: 0 top left, 1 top right, 2 bottom
  /// left, 3 bottom right.
  private static ScatterFigure square() {
    var map =
        new Projection(
            "t-SNE", 1, 30, 500, new double[] {-1, 1, -1, 1}, new double[] {1, 1, -1, -1});
    return new ScatterFigure("square", map, new int[] {0, 1, 2, 3}, FOUR);
  }

  private static BitSet rows(int... rows) {
    var set = new BitSet();
    Arrays.stream(rows).forEach(set::set);
    return set;
  }

  /// Whether two colours look alike: dots let a little of what lies below them through.
  private static boolean isAlike(int first, Color second) {
    return OkLab.of(new Color(first)).distance(OkLab.of(second)) < 0.1;
  }

  /// Middle of the pixels of a class's own colour.
  private static double[] found(ScatterFigure figure, int label, int width, int height) {
    var drawing = new Drawing(figure, width, height, STYLE);
    Color colour = Palette.category(label, STYLE);
    double sumX = 0;
    double sumY = 0;
    int hits = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (isAlike(drawing.pixel(x, y), colour)) {
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
  void eachPointLiesWhereItsMapSaysInTheColourOfItsClass() {
    for (int[] size : new int[][] {{480, 360}, {300, 420}}) {
      double[] first = found(square(), 0, size[0], size[1]);
      double[] last = found(square(), 3, size[0], size[1]);
      assertThat(found(square(), 1, size[0], size[1])).containsExactly(last[0], first[1]);
      assertThat(found(square(), 2, size[0], size[1])).containsExactly(first[0], last[1]);
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
  void theRestOfASelectionIsGreyAndWhatIsFilteredIsNotDrawn() {
    double[] unselected = found(square(), 0, 480, 360);
    double[] filtered = found(square(), 3, 480, 360);

    var emphasis = Emphasis.of(4, rows(0, 1, 2), rows(1, 2), new BitSet(), List.of());
    ScatterFigure figure = square().withEmphasis(emphasis);
    var drawing = new Drawing(figure, 480, 360, STYLE);

    assertThat(isAlike(drawing.pixel(unselected[0], unselected[1]), STYLE.muted())).isTrue();
    assertThat(isAlike(drawing.pixel(filtered[0], filtered[1]), STYLE.background())).isTrue();
    assertThat(figure.data().rows())
        .extracting(row -> List.of(row.get(4), row.get(5)))
        .containsExactly(
            List.of(true, false), List.of(true, true), List.of(true, true), List.of(false, false));
  }

  @Test
  void aCrossHasTheColourOfItsPointAndLeavesItsCornersFree() {
    double[] place = found(square(), 0, 480, 360);
    ScatterFigure figure =
        square()
            .withEmphasis(Emphasis.of(4, rows(0, 1, 2, 3), rows(0, 1, 2, 3), rows(0), List.of()));
    var drawing = new Drawing(figure, 480, 360, STYLE);
    assertThat(isAlike(drawing.pixel(place[0], place[1]), Palette.category(0, STYLE))).isTrue();
    assertThat(isAlike(drawing.pixel(place[0] + 3.5, place[1]), STYLE.background())).isTrue();
  }

  @Test
  void numbersHaveTheColoursOfAScaleThatTheLegendNames() {
    var colouring = new Colouring.Amounts(new float[] {0, 1, 0.5f, Float.NaN}, Range.UNIT);
    var figure = new ScatterFigure("", "", square().map(), "confidence", colouring, Emphasis.NONE);

    assertThat(new Drawing(figure, 480, 360, Style.LIGHT).words())
        .contains("0.00 confidence", "0.25", "0.50", "0.75", "1.00");
    double[] place = found(square(), 1, 480, 360);
    var shifted =
        new ScatterFigure(
            "square",
            ScatterFigure.describe(square().map()),
            square().map(),
            "confidence",
            colouring,
            Emphasis.NONE);
    var drawn =
        OkLab.of(new Color(new Drawing(shifted, 480, 360, STYLE).pixel(place[0], place[1])));
    assertThat(drawn.distance(OkLab.of(Colouring.Amounts.colour(1, STYLE))))
        .isLessThan(drawn.distance(OkLab.of(Colouring.Amounts.colour(0.5, STYLE))));
    assertThat(figure.data().columns()).contains("confidence");
    assertThat(figure.data().rows().getFirst()).contains(0f);
  }

  @Test
  void highlightsAreNamedAndDrawnAboveThePoint() {
    ScatterFigure figure =
        square().withEmphasis(with(new Highlight(0, Mark.STAR, "anchor of the pair")));

    var drawing = new Drawing(figure, 480, 360, Style.LIGHT);

    assertThat(drawing.words()).contains("anchor of the pair");
    // The outline of a star, in the text's colour, is on no figure without highlights.
    int before = new Drawing(square(), 480, 360, Style.LIGHT).count(STYLE.foreground().getRGB());
    assertThat(drawing.count(STYLE.foreground().getRGB())).isGreaterThan(before + 10);
  }

  private static Emphasis with(Highlight highlight) {
    return Emphasis.of(4, rows(0, 1, 2, 3), rows(0, 1, 2, 3), new BitSet(), List.of(highlight));
  }

  @Test
  void pointsThatAreNotFiniteAreLeftOut() {
    var map =
        new Projection(
            "t-SNE", 1, 30, 500, new double[] {0, Double.NaN, 1}, new double[] {0, 0, 1});
    var figure = new ScatterFigure("holes", map, new int[] {0, 1, 2}, FOUR);

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

    assertThat(new Drawing(Examples.scatter(1000, names), 1600, 1000, Style.LIGHT).words())
        .containsAll(names);
    assertThat(new Drawing(Examples.scatter(1000, names), 480, 360, Style.LIGHT).words())
        .anyMatch(word -> word.matches("\\+ \\d+ more"));
  }

  @Test
  void wrongArgumentsAreNamed() {
    var map = Examples.map(3, 1);

    assertThatThrownBy(() -> new ScatterFigure("", map, new int[2], FOUR))
        .hasMessageContaining("3 points got colours of 2");
    assertThatThrownBy(() -> new ScatterFigure("", map, new int[] {0, 4, 0}, FOUR))
        .hasMessageContaining("[0, 4), got 4");
    assertThatThrownBy(() -> square().withEmphasis(with(new Highlight(4, Mark.DOT, "x"))))
        .hasMessageContaining("[0, 4), got 4");
  }
}
