package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.analysis.NeighbourSearch;
import coretuning.analysis.UnitRows;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TsneObjectiveTest {
  private static final int N = 150;
  private static final Affinities AFFINITIES =
      Affinities.of(
          new NeighbourSearch(UnitRows.of(Clouds.classes(N, 6, 4, 3), 6))
              .all(30, () -> false)
              .orElseThrow(),
          10);

  @Test
  void theExactGradientIsThatOfTheDoubleLoop() {
    double[][] p = NaiveTsne.dense(AFFINITIES);
    for (double size : new double[] {1e-4, 1, 30}) {
      double[] y = layout(size);
      for (double exaggeration : new double[] {1, 12}) {
        var gradient = new double[2 * N];
        new TsneObjective(AFFINITIES, 0).gradient(y, exaggeration, gradient);

        assertThat(relativeError(gradient, NaiveTsne.gradient(p, exaggeration, y)))
            .isLessThan(1e-11);
      }
    }
  }

  @Test
  void theGradientIsThatOfTheDivergence() {
    double[] y = layout(2);
    var objective = new TsneObjective(AFFINITIES, 0);
    var gradient = new double[2 * N];
    objective.gradient(y, 1, gradient);

    double step = 1e-5;
    for (int c = 0; c < y.length; c += 7) {
      double kept = y[c];
      y[c] = kept + step;
      double above = objective.divergence(y);
      y[c] = kept - step;
      double below = objective.divergence(y);
      y[c] = kept;
      assertThat((above - below) / (2 * step)).isCloseTo(gradient[c], within(1e-8));
    }
  }

  @Test
  void theDivergenceIsThatOfTheDoubleLoop() {
    double[] y = layout(5);

    assertThat(new TsneObjective(AFFINITIES, 0).divergence(y))
        .isCloseTo(NaiveTsne.divergence(NaiveTsne.dense(AFFINITIES), y), within(1e-10));
  }

  @Test
  void theTreesGradientIsNearTheExactOne() {
    double[] y = layout(10);
    var exact = new double[2 * N];
    var approximate = new double[2 * N];
    new TsneObjective(AFFINITIES, 0).gradient(y, 1, exact);
    new TsneObjective(AFFINITIES, 0.5).gradient(y, 1, approximate);

    assertThat(relativeError(approximate, exact)).isBetween(1e-9, 0.05);
  }

  private static double[] layout(double size) {
    var random = new Random(4);
    return random.doubles(2 * N).map(value -> size * (value - 0.5)).toArray();
  }

  private static double relativeError(double[] actual, double[] expected) {
    double error = 0;
    double squares = 0;
    for (int c = 0; c < actual.length; c++) {
      error += (actual[c] - expected[c]) * (actual[c] - expected[c]);
      squares += expected[c] * expected[c];
    }
    return Math.sqrt(error / squares);
  }
}
