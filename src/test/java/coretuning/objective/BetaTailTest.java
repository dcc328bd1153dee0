package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaTailTest {
  private static final int DRAWS = 20_000;

  private static double[] tail(double alpha, double least) {
    var random = new Random(31);
    var tail = new BetaTail(alpha, least);
    return DoubleStream.generate(() -> tail.sample(random)).limit(DRAWS).sorted().toArray();
  }

  /// The definition: draws are repeated until one is large enough.
  private static double[] repeated(double alpha, double least) {
    var random = new Random(32);
    var beta = new BetaDistribution(alpha, alpha);
    return DoubleStream.generate(() -> beta.sample(random))
        .filter(draw -> draw >= least)
        .limit(DRAWS)
        .sorted()
        .toArray();
  }

  /// Greatest distance of two empirical distributions.
  private static double distance(double[] first, double[] second) {
    double greatest = 0;
    for (double at : first) {
      greatest = Math.max(greatest, Math.abs(share(first, at) - share(second, at)));
    }
    return greatest;
  }

  private static double share(double[] sorted, double below) {
    int at = Arrays.binarySearch(sorted, below);
    return (double) (at < 0 ? -at - 1 : at) / sorted.length;
  }

  @ParameterizedTest
  @CsvSource({"1,0.8", "0.1,0.8", "10,0.6", "2,0.5", "10,0.5", "0.5,0.5", "3,0.3", "1,0", "4,0.9"})
  void itIsTheDistributionOfDrawsThatAreRepeated(double alpha, double least) {
    double[] draws = tail(alpha, least);

    assertThat(draws[0]).isGreaterThanOrEqualTo(least);
    assertThat(draws[DRAWS - 1]).isLessThanOrEqualTo(1);
    // Kolmogorov-Smirnov for two samples: exceeded once in a thousand times.
    assertThat(distance(draws, repeated(alpha, least))).isLessThan(1.95 * Math.sqrt(2.0 / DRAWS));
  }

  @ParameterizedTest
  @CsvSource({"1000,0.8", "1e6,0.99", "1e-4,0.8", "1,1", "100,0.5"})
  void itEndsWhereRepeatingWouldNot(double alpha, double least) {
    assertThat(Arrays.stream(tail(alpha, least)).boxed())
        .allMatch(draw -> draw >= least && draw <= 1);
  }

  @Test
  void theLeastDrawLiesInTheUnitInterval() {
    assertThatThrownBy(() -> new BetaTail(1, 1.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("least draw must lie in [0, 1], got 1.1");
  }
}
