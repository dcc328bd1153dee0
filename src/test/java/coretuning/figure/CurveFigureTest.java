package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveFigureTest {
  private static final int BLUE = Palette.category(0, Style.LIGHT).getRGB();

  private static CurveFigure one(double smoothing, boolean log, double... y) {
    double[] x = IntStream.rangeClosed(1, y.length).mapToDouble(i -> i).toArray();
    return new CurveFigure(
        "loss", "epoch", "nats", List.of(new Series("run", x, y)), smoothing, log);
  }

  @Test
  void aFallingCurveRunsFromTheUpperLeftToTheLowerRight() {
    var drawing = new Drawing(one(0, false, 4, 3, 2, 1), 480, 360, Style.LIGHT);

    int[] first = firstPixel(drawing, 480, 360, true);
    int[] last = firstPixel(drawing, 480, 360, false);

    assertThat(first[0]).isLessThan(100);
    assertThat(last[0]).isGreaterThan(420);
    assertThat(first[1]).isLessThan(last[1] - 150);
  }

  private static int[] firstPixel(Drawing drawing, int width, int height, boolean fromLeft) {
    for (int i = 0; i < width; i++) {
      int x = fromLeft ? i : width - 1 - i;
      for (int y = 0; y < height; y++) {
        if (drawing.pixel(x, y) == BLUE) {
          return new int[] {x, y};
        }
      }
    }
    throw new AssertionError("no curve");
  }

  @Test
  void axesAreNamedAndTicksAreRound() {
    assertThat(new Drawing(one(0, false, 4, 3, 2, 1), 480, 360, Style.DARK).words())
        .contains("loss", "epoch", "nats", "1", "2", "3", "4", "run");
  }

  @Test
  void aLoneCurveThatTheTitleNamesHasNoLegend() {
    var curve = new CurveFigure("Run", "epoch", "nats", one(0, false, 1, 2).series());

    assertThat(new Drawing(curve, 480, 360, Style.LIGHT).words())
        .contains("Run")
        .doesNotContain("run");
  }

  @Test
  void aGapIsMarkedAndNamed() {
    var without = new Drawing(one(0, false, 4, 3, 2, 1), 480, 360, Style.LIGHT);
    var with = new Drawing(one(0, false, 4, Double.NaN, 2, 1), 480, 360, Style.LIGHT);

    assertThat(without.words()).noneMatch(word -> word.contains("NaN"));
    assertThat(with.words()).contains("NaN or infinite");
  }

  @Test
  void onALogarithmicScaleZeroIsAGap() {
    assertThat(new Drawing(one(0, true, 1, 0, 0.01), 480, 360, Style.LIGHT).words())
        .contains("NaN, infinite or not above 0", "10⁻²", "10⁰");
  }

  @Test
  void smoothingLeavesTheRawCurvePaleBehind() {
    double[] noisy = IntStream.range(0, 200).mapToDouble(i -> i % 2).toArray();

    var raw = new Drawing(one(0, false, noisy), 480, 360, Style.LIGHT);
    var smooth = new Drawing(one(0.95, false, noisy), 480, 360, Style.LIGHT);

    assertThat(raw.count(BLUE)).isGreaterThan(5 * smooth.count(BLUE));
    assertThat(smooth.count(BLUE)).isGreaterThan(200);
    assertThat(smooth.words()).anyMatch(word -> word.contains("factor 0.950"));
  }

  @Test
  void smoothingIsAWeightedMeanOfWhatCameBefore() {
    double[] y = {1, 4, Double.NaN, 2, 8};
    Series smooth = new Series("s", new double[] {1, 2, 3, 4, 5}, y).smoothed(0.5);

    assertThat(smooth.y()[0]).isEqualTo(1);
    assertThat(smooth.y()[1]).isCloseTo((0.5 * 1 + 4) / 1.5, within(1e-12));
    assertThat(smooth.y()[2]).isNaN();
    assertThat(smooth.y()[3]).isCloseTo((0.25 * 1 + 0.5 * 4 + 2) / 1.75, within(1e-12));
    assertThat(smooth.y()[4])
        .isCloseTo((0.125 * 1 + 0.25 * 4 + 0.5 * 2 + 8) / 1.875, within(1e-12));
  }

  @Test
  void smoothingAConstantChangesNothing() {
    double[] x = IntStream.range(0, 50).mapToDouble(i -> i).toArray();
    double[] y = new double[50];
    Arrays.fill(y, 0.7);

    assertThat(new Series("s", x, y).smoothed(0.99).y())
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(y);
  }

  @Test
  void aMillionStepsAreDrawnFastAndKeepTheirSpikes() {
    double[] x = IntStream.range(0, 1_000_000).mapToDouble(i -> i).toArray();
    double[] y = new double[x.length];
    y[700_000] = 5;
    var figure = new CurveFigure("", "step", "", List.of(new Series("s", x, y)));

    long start = System.nanoTime();
    BufferedImage image =
        FigureImage.paint(figure, BufferedImage.TYPE_INT_RGB, 800, 500, 1, Style.LIGHT);

    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(8000);
    OkLab blue = OkLab.of(new Color(BLUE));
    boolean hasSpike =
        IntStream.range(500, 650)
            .anyMatch(
                column -> OkLab.of(new Color(image.getRGB(column, 150))).distance(blue) < 0.15);
    assertThat(hasSpike).isTrue();
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> one(1, false, 1)).hasMessageContaining("[0, 0.999], got 1.0");
    assertThatThrownBy(() -> new Series("s", new double[2], new double[1]))
        .hasMessageContaining("2 x and 1 y");
    assertThatThrownBy(() -> new Series("s", new double[] {Double.NaN}, new double[1]))
        .hasMessageContaining("finite x");
  }
}
