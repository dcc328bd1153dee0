package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.figure.HistogramFigure.Distribution;
import coretuning.testing.Sketch;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Confusion, histogram, spread, pairs, weights and panels show the numbers they were given.
class TableFiguresTest {
  private static final List<String> TWO = List.of("cat", "dog");

  @Test
  void aConfusionMatrixShowsCountsAndColoursShares() {
    var figure = new ConfusionFigure("c", new int[][] {{30, 10}, {0, 7}}, TWO);

    var drawing = new Drawing(figure, 480, 360, Style.LIGHT);

    assertThat(drawing.words())
        .contains("30", "10", "0", "7", "cat", "dog", "true class", "predicted class")
        .contains("78.7 % of 47 images right");
    // 7 of 7 is as dark as it gets although 30 is larger.
    int fullest = Palette.sequential(1, Style.LIGHT).getRGB();
    int threeQuarters = Palette.sequential(0.75, Style.LIGHT).getRGB();
    assertThat(drawing.count(fullest)).isGreaterThan(3000);
    assertThat(drawing.count(threeQuarters)).isGreaterThan(3000);
  }

  @Test
  void aLargeConfusionMatrixHasNoNumbers() {
    var words =
        new Drawing(Examples.confusion(Examples.names(40)), 2000, 1500, Style.LIGHT).words();

    assertThat(words).noneMatch(word -> word.matches("\\d+")).contains("class 000", "class 039");
  }

  @Test
  void aConfusionMatrixMustBeSquare() {
    assertThatThrownBy(() -> new ConfusionFigure("", new int[][] {{1, 2}, {3}}, TWO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ConfusionFigure("", new int[][] {{1}}, TWO))
        .hasMessageContaining("1 rows got 2 class names");
    assertThatThrownBy(() -> new ConfusionFigure("", new int[][] {{-1}}, List.of("a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHistogramNamesMeansAndCountsWhatItLeavesOut() {
    var figure =
        new HistogramFigure(
            "h",
            "distance",
            List.of(
                new Distribution("a", new double[] {0.1, 0.2, 0.3, Double.NaN}),
                new Distribution("b", new double[] {0.5, 0.7})));

    assertThat(new Drawing(figure, 640, 480, Style.LIGHT).words())
        .contains("a (mean 0.200, 1 not finite left out)", "b (mean 0.600)", "share (%)");
  }

  @Test
  void oneDistributionIsCounted() {
    assertThat(new Drawing(Examples.weightsHistogram(), 640, 480, Style.LIGHT).words())
        .contains("count")
        .doesNotContain("share (%)");
  }

  @Test
  void barsShowTheirValuesAndColours() {
    var drawing = new Drawing(Examples.spread(Examples.CLASSES), 1200, 700, Style.LIGHT);

    assertThat(drawing.words()).contains("0.410", "0.810", "0.165", "before fine-tuning", "Coat");
    for (int i = 0; i < 3; i++) {
      assertThat(drawing.count(Palette.category(i, Style.LIGHT).getRGB())).isGreaterThan(5000);
    }
  }

  @Test
  void pairsShowCosinesAndMixedLabels() {
    var drawing = new Drawing(Examples.pairs(2), 900, 500, Style.LIGHT);

    assertThat(drawing.words())
        .contains("anchor", "cos 0.31", "cos 0.77", "cos 0.05", "#17", "z+", "z−", "λ 0.73")
        .contains("T-shirt/top 0.73", "Shirt 0.27");
    assertThat(drawing.count(Palette.category(0, Style.LIGHT).getRGB())).isGreaterThan(2000);
  }

  @Test
  void pairsThatDoNotFitAreCounted() {
    assertThat(new Drawing(Examples.pairs(40), 640, 480, Style.LIGHT).words())
        .anyMatch(word -> word.matches("\\+ \\d+ more"));
  }

  @Test
  void theHardestAnchorsComeFirst() {
    WeightFigure figure = Examples.weights(300);

    assertThat(figure.anchors())
        .isSortedAccordingTo((a, b) -> Double.compare(b.weight().weight(), a.weight().weight()));
    assertThat(new Drawing(figure, 900, 600, Style.LIGHT).words())
        .anyMatch(word -> word.matches("hardest \\d+ of 300 anchors"))
        .contains("w 1.000", "focal weight");
  }

  @Test
  void aPictureKeepsItsColoursAndForm() {
    byte[] rgb = {(byte) 255, 0, 0, 0, 0, (byte) 255};
    Figure figure =
        (Sketch)
            (graphics, width, height, style) ->
                new Picture(2, 1, rgb)
                    .draw(
                        Canvas.open(graphics, width, height, style), new Box(0, 0, width, height));

    var drawing = new Drawing(figure, 100, 100, Style.LIGHT);

    assertThat(drawing.pixel(20, 50)).isEqualTo(Color.RED.getRGB());
    assertThat(drawing.pixel(80, 50)).isEqualTo(Color.BLUE.getRGB());
    assertThat(drawing.pixel(50, 10)).isEqualTo(Color.WHITE.getRGB());
    assertThatThrownBy(() -> new Picture(2, 2, rgb)).hasMessageContaining("12 bytes, got 6");
  }

  @Test
  void panelsKnowWhichFigureIsUnderThePointer() {
    var panels = new Panels("", List.of(new NoDataFigure("a"), new NoDataFigure("b")), 2);

    Panels.Hit hit = panels.at(300, 100, 400, 200, Style.LIGHT).orElseThrow();

    assertThat(hit).isEqualTo(new Panels.Hit(1, 100, 100, 200, 200));
    assertThat(new Panels("title", List.of(new NoDataFigure("a")), 1).at(9, 2, 99, 99, Style.LIGHT))
        .isEmpty();
  }

  @Test
  void smallPanelsHaveSmallerLetters() {
    var panels = new Panels("", List.of(new NoDataFigure("a")), 2);

    assertThat(panels.partStyle(2000, 1000, Style.LIGHT)).isEqualTo(Style.LIGHT);
    assertThat(panels.partStyle(300, 200, Style.LIGHT).fontSize()).isLessThan(8);
  }

  @Test
  void longTextIsBrokenAtSpacesAndCutWithAnEllipsis() {
    var lettering = new Lettering(Style.LIGHT);
    String text = "one two three four five six";

    var lines = lettering.wrap(text, TextRole.BODY, 60, 2);

    assertThat(lines).hasSize(2);
    assertThat(text).startsWith(lines.getFirst());
    assertThat(lines.getLast()).endsWith("…");
    assertThat(lines).allMatch(line -> lettering.width(line, TextRole.BODY) <= 60);
    assertThat(lettering.fit("short", TextRole.BODY, 500)).isEqualTo("short");
    assertThat(lettering.fit("short", TextRole.BODY, 1)).isEmpty();
  }
}
