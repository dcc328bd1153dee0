package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.analysis.NeighbourSearch;
import coretuning.analysis.UnitRows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AffinitiesTest {
  @Test
  void calibrationReachesTheAskedPerplexity() {
    double[] squared = {0.01, 0.02, 0.05, 0.3, 0.31, 0.4, 0.8, 1.5, 1.9};

    for (double asked : new double[] {2, 3.5, 6}) {
      double[] p = Perplexity.calibrate(squared, asked);

      double entropy = -Arrays.stream(p).map(each -> each * Math.log(each)).sum();
      assertThat(Math.exp(entropy)).isCloseTo(asked, within(1e-4));
      assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
      // A Gaussian in the distance: log p falls linearly in d^2.
      double slope = Math.log(p[0] / p[1]) / (squared[1] - squared[0]);
      assertThat(Math.log(p[1] / p[8]) / (squared[8] - squared[1])).isCloseTo(slope, within(1e-6));
    }
  }

  @Test
  void equalDistancesShareEvenly() {
    assertThat(Perplexity.calibrate(new double[] {0.5, 0.5, 0.5, 0.5}, 2))
        .containsExactly(0.25, 0.25, 0.25, 0.25);
    // Three at distance 0 are more than a perplexity of 2 asks for.
    double[] p = Perplexity.calibrate(new double[] {0, 0, 0, 1}, 2);
    assertThat(p[0]).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(p[3]).isCloseTo(0, within(1e-9));
  }

  @Test
  void perplexityIsCappedToAThirdOfTheOthers() {
    assertThat(Perplexity.capped(30, 16)).isEqualTo(5);
    assertThat(Perplexity.capped(30, 1000)).isEqualTo(30);
  }

  @Test
  void allNeighboursGiveTheDenseProbabilities() {
    int n = 40;
    UnitRows rows = UnitRows.of(Clouds.classes(n, 5, 3, 2), 5);
    Affinities affinities =
        Affinities.of(new NeighbourSearch(rows).all(n - 1, () -> false).orElseThrow(), 8);

    double[][] dense = NaiveTsne.jointProbabilities(rows, 8);

    double sum = 0;
    for (int i = 0; i < n; i++) {
      assertThat(affinities.start()[i + 1] - affinities.start()[i]).isEqualTo(n - 1);
      for (int at = affinities.start()[i]; at < affinities.start()[i + 1]; at++) {
        double expected = dense[i][affinities.columns()[at]];
        assertThat((double) affinities.values()[at])
            .isCloseTo(expected, within(1e-4 * expected + 1e-9));
        sum += affinities.values()[at];
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  @Test
  void fewNeighboursStaySymmetricRisingAndWithoutSelf() {
    int n = 200;
    UnitRows rows = UnitRows.of(Clouds.classes(n, 5, 3, 2), 5);
    Affinities affinities =
        Affinities.of(new NeighbourSearch(rows).all(15, () -> false).orElseThrow(), 5);

    var dense = new float[n][n];
    for (int i = 0; i < n; i++) {
      int before = -1;
      for (int at = affinities.start()[i]; at < affinities.start()[i + 1]; at++) {
        int j = affinities.columns()[at];
        assertThat(j).isGreaterThan(before).isNotEqualTo(i);
        before = j;
        dense[i][j] = affinities.values()[at];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(dense[i][j]).isEqualTo(dense[j][i]);
      }
    }
  }
}
