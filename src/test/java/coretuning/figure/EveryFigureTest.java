package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.FocalCourse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for each kind of figure at each size, in both styles.
class EveryFigureTest {
  private static final int[][] SIZES = {
    {480, 360}, {640, 480}, {360, 480}, {1200, 500}, {2000, 1500}
  };

  static Stream<Arguments> examples() {
    var all = new ArrayList<Arguments>();
    for (Map.Entry<String, Figure> each : Examples.all().entrySet()) {
      for (int[] size : SIZES) {
        all.add(Arguments.of(each.getKey(), each.getValue(), size[0], size[1]));
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0} at {2} x {3}")
  @MethodSource("examples")
  void textIsNeitherClippedNorWrittenOverOtherText(
      String name, Figure figure, int width, int height) {
    Style style = (width + height) % 3 == 0 ? Style.LIGHT : Style.DARK;

    var drawing = new Drawing(figure, width, height, style);

    assertThat(drawing.texts).isNotEmpty();
    assertThat(drawing.clippedTexts()).isEmpty();
    assertThat(drawing.overlappingTexts()).isEmpty();
    assertThat(drawing.spilled()).isZero();
    assertThat(drawing.pixel(1, 1)).isEqualTo(style.background().getRGB());
  }

  static Stream<Arguments> emptyFigures() {
    return Stream.of(
        Arguments.of(new CurveFigure("t", "x", "y", List.of())),
        Arguments.of(
            new CurveFigure(
                "t",
                "x",
                "y",
                List.of(
                    new Series("a", new double[] {1, 2}, new double[] {Double.NaN, Double.NaN})))),
        Arguments.of(new ScatterFigure("t", Examples.map(0, 1), new int[0], List.of("one"))),
        Arguments.of(
            new HistogramFigure(
                "t",
                "x",
                List.of(new HistogramFigure.Distribution("a", new double[] {Double.NaN})))),
        Arguments.of(new ConfusionFigure("t", new int[2][2], List.of("one", "two"))),
        Arguments.of(new ConfusionFigure("t", new int[0][0], List.of())),
        Arguments.of(new SpreadFigure("t", List.of(), List.of("one"))),
        Arguments.of(new PairFigure("t", List.of(), List.of("one"))),
        Arguments.of(new WeightFigure("t", List.of(), new double[0], List.of("one"))),
        Arguments.of(
            new MixMapFigure("t", "", Examples.map(0, 1), new int[0], List.of(), List.of())),
        Arguments.of(
            new DecisionPathFigure("t", "", "x", List.of(), List.of(), OptionalDouble.empty())),
        Arguments.of(new QuantileFigure("t", "x", "y", List.of())),
        Arguments.of(new QuantileRowsFigure("t", "x", "y", List.of())),
        Arguments.of(
            new FocalHeatFigure(
                "t",
                List.of(),
                new FocalHeatFigure.Rows(List.of(), "", false),
                List.of("one"),
                OptionalInt.empty())),
        Arguments.of(new SimilarityFigure("t", List.of())),
        Arguments.of(new TheoryFigure("t", List.of())),
        Arguments.of(new DiagnosticsFigure("t", List.of(), 1)),
        Arguments.of(new DifferenceFigure("t", "r", "u", List.of())),
        Arguments.of(
            new RidgeFigure(
                "t",
                "x",
                List.of(new RidgeFigure.Model("a", new double[] {Double.NaN})),
                new int[1],
                List.of("one"))),
        Arguments.of(new CentreDistanceFigure("t", new double[0][0], List.of(), 1)),
        Arguments.of(new AlignmentUniformityFigure("t", List.of())),
        Arguments.of(new PretrainingFigure("t", List.of())),
        Arguments.of(new QueryMapFigure("t", "", List.of(), OptionalInt.empty())),
        Arguments.of(new ViewPairFigure("t", "", List.of())),
        Arguments.of(new SweepFigure("t", "", "N", "s", List.of())),
        Arguments.of(new Panels("t", List.of(), 2)));
  }

  @ParameterizedTest
  @MethodSource("emptyFigures")
  void aFigureWithoutDataSaysSo(Figure figure) {
    assertThat(new Drawing(figure, 480, 360, Style.LIGHT).words()).contains("no data");
  }

  static Stream<Figure> degenerateFigures() {
    double nan = Double.NaN;
    return Stream.of(
        curve(new double[] {5}, new double[] {0.3}),
        curve(new double[] {1, 2, 3}, new double[] {0.5, 0.5, 0.5}),
        curve(new double[] {1, 2, 3}, new double[] {0, 0, 0}),
        curve(new double[] {1, 2, 3, 4}, new double[] {1, nan, Double.POSITIVE_INFINITY, 2}),
        curve(new double[] {1, 2}, new double[] {1e-12, 3e-12}),
        curve(new double[] {1, 2}, new double[] {-4e9, 8e9}),
        curve(new double[] {1, 2}, new double[] {1, 1 + 1e-15}),
        new ScatterFigure("one", Examples.map(1, 1), new int[1], List.of("class")),
        new HistogramFigure("one", "x", List.of(values(0.5))),
        new HistogramFigure("equal", "x", List.of(values(2, 2, 2), values(2, 2))),
        new HistogramFigure("zero", "x", List.of(values(0, 0))),
        new HistogramFigure("outlier", "x", List.of(values(0, 0, 0, 0, 0, 0, 0, 1e6))),
        new ConfusionFigure("row", new int[][] {{0, 0}, {3, 1}}, List.of("a", "b")),
        new SpreadFigure(
            "nan",
            List.of(
                new SpreadFigure.Model(
                    "m",
                    new coretuning.result.Spread(
                        nan, nan, nan, nan, nan, nan, new double[] {nan, 0.1}))),
            List.of("a", "b")),
        new QuantileFigure(
            "one", "x", "y", List.of(LaboratoryExamples.kind("k", new double[] {1}, 5))),
        new QuantileFigure(
            "equal", "x", "y", List.of(LaboratoryExamples.kind("k", new double[] {1, 2}, 1))),
        new QuantileRowsFigure(
            "one", "x", "y", List.of(LaboratoryExamples.kind("k", new double[] {1}, 5))),
        new FocalHeatFigure(
            "one",
            List.of(3),
            new FocalHeatFigure.Rows(
                List.of(new FocalCourse(1, 0, new double[] {0.5}, 0)), "as it is", false),
            List.of("one"),
            OptionalInt.of(1)),
        new MixMapFigure("one", "", Examples.map(1, 1), new int[1], List.of(), List.of()),
        new SweepFigure("one", "", "N", "s", List.of(new SweepFigure.Cell(8, 4, 50, 1))),
        new QueryMapFigure(
            "one", "", PretrainingExamples.queryMap().spots().subList(0, 1), OptionalInt.of(0)),
        new Panels("", List.of(new NoDataFigure("a")), 3));
  }

  private static Figure curve(double[] x, double[] y) {
    return new CurveFigure("", "x", "", List.of(new Series("s", x, y)));
  }

  private static HistogramFigure.Distribution values(double... values) {
    return new HistogramFigure.Distribution("d", values);
  }

  @ParameterizedTest
  @MethodSource("degenerateFigures")
  void degenerateDataIsDrawnWithinTheFigure(Figure figure) {
    for (Style style : List.of(Style.LIGHT, Style.DARK)) {
      var drawing = new Drawing(figure, 480, 360, style);
      assertThat(drawing.clippedTexts()).isEmpty();
      assertThat(drawing.overlappingTexts()).isEmpty();
      assertThat(drawing.spilled()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("degenerateFigures")
  void aTinyPlaceIsNoError(Figure figure) {
    for (int[] size : new int[][] {{1, 1}, {16, 16}, {60, 30}, {30, 200}, {120, 90}}) {
      assertThat(new Drawing(figure, size[0], size[1], Style.LIGHT).sheet).isNotNull();
    }
  }

  @ParameterizedTest(name = "{0} at {2} x {3}")
  @MethodSource("tinyExamples")
  void aTinyPlaceIsNoErrorForUsualData(String name, Figure figure, int width, int height) {
    var drawing = new Drawing(figure, width, height, Style.DARK);
    assertThat(drawing.pixel(0, 0)).isEqualTo(Style.DARK.background().getRGB());
  }

  static Stream<Arguments> tinyExamples() {
    return Examples.all().entrySet().stream()
        .flatMap(each ->
            Stream.of(
                Arguments.of(each.getKey(), each.getValue(), 20, 15),
                Arguments.of(each.getKey(), each.getValue(), 120, 90)));
  }
}
