package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BetaDistributionTest {
  private static final int DRAWS = 200_000;

  private static double[] draw(double a, double b, int count, long seed) {
    var random = new Random(seed);
    var beta = new BetaDistribution(a, b);
    return DoubleStream.generate(() -> beta.sample(random)).limit(count).toArray();
  }

  /// Mean and variance within five standard errors; skewness and kurtosis more loosely.
  @ParameterizedTest
  @CsvSource({"0.1,0.1", "0.5,0.5", "1,1", "2,2", "10,10", "0.3,2", "5,0.7", "1,3"})
  void momentsAreThoseOfTheDistribution(double a, double b) {
    double[] draws = draw(a, b, DRAWS, 11);

    double sum = a + b;
    double mean = a / sum;
    double variance = a * b / (sum * sum * (sum + 1));
    double skewness = 2 * (b - a) * Math.sqrt(sum + 1) / ((sum + 2) * Math.sqrt(a * b));
    double excess =
        6 * ((a - b) * (a - b) * (sum + 1) - a * b * (sum + 2)) / (a * b * (sum + 2) * (sum + 3));
    double fourth = (excess + 3) * variance * variance;
    double third =
        Arrays.stream(draws).map(x -> Math.pow((x - mean) / Math.sqrt(variance), 3)).sum() / DRAWS;
    assertThat(Arrays.stream(draws).sum() / DRAWS)
        .isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
    assertThat(Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).sum() / DRAWS)
        .isCloseTo(variance, within(5 * Math.sqrt((fourth - variance * variance) / DRAWS)));
    assertThat(third).isCloseTo(skewness, within(0.05));
  }

  @Test
  void betaOneOneIsUniform() {
    double[] draws = draw(1, 1, DRAWS, 12);
    Arrays.sort(draws);
    double greatest = 0;
    for (int i = 0; i < DRAWS; i++) {
      greatest = Math.max(greatest, Math.abs(draws[i] - (i + 0.5) / DRAWS));
    }
    // Kolmogorov-Smirnov: 1.95 / sqrt(n) is exceeded once in a thousand times.
    assertThat(greatest).isLessThan(1.95 / Math.sqrt(DRAWS));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 1e-2, 1, 1e6})
  void everyDrawLiesInTheUnitInterval(double alpha) {
    assertThat(Arrays.stream(draw(alpha, alpha, 2000, 13)).boxed())
        .allMatch(value -> value >= 0 && value <= 1);
  }

  @Test
  void tinyParametersGiveEndsOfTheIntervalEquallyOften() {
    double[] draws = draw(1e-4, 1e-4, 4000, 14);
    long low = Arrays.stream(draws).filter(value -> value < 0.5).count();
    assertThat(low).isBetween(1800L, 2200L);
  }

  @Test
  void oneSeedGivesOneSequence() {
    assertThat(draw(0.4, 2, 100, 5)).containsExactly(draw(0.4, 2, 100, 5));
    assertThat(draw(0.4, 2, 100, 6)).isNotEqualTo(draw(0.4, 2, 100, 5));
  }

  @Test
  void parametersMustBeAboveZero() {
    assertThatThrownBy(() -> new BetaDistribution(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above 0, got 0.0 and 1.0");
    assertThatThrownBy(() -> new BetaDistribution(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BetaDistribution(Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
