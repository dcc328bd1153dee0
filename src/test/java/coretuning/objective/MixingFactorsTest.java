package coretuning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MixingFactorsTest {
  private static final int N = 20_000;

  @Test
  void smallFactorsOfNegativesAreRaisedToTheThresholdAndThoseOfPositivesAreNot() {
    MixingFactors factors = MixingFactors.draw(N, 1, 0.8, new Random(1));

    double raised = Arrays.stream(factors.negative()).filter(value -> value == 0.8).count();
    assertThat(Arrays.stream(factors.negative()).min().orElseThrow()).isEqualTo(0.8);
    assertThat(raised / N).isCloseTo(0.8, within(0.015));
    assertThat(Arrays.stream(factors.positive()).average().orElseThrow())
        .isCloseTo(0.5, within(0.015));
    assertThat(Arrays.stream(factors.positive()).min().orElseThrow()).isLessThan(0.01);
  }

  @Test
  void smallFactorsOfNegativesCanBeDrawnAgainInstead() {
    MixingFactors factors = MixingFactors.redraw(N, 1, 0.8, new Random(1));

    assertThat(Arrays.stream(factors.negative()).boxed())
        .allMatch(value -> value >= 0.8 && value <= 1);
    assertThat(Arrays.stream(factors.negative()).filter(value -> value == 0.8)).isEmpty();
    assertThat(Arrays.stream(factors.negative()).average().orElseThrow())
        .isCloseTo(0.9, within(0.002));
    assertThat(factors.positive())
        .isEqualTo(MixingFactors.draw(N, 1, 0.8, new Random(1)).positive());
  }

  @Test
  void positivesAndNegativesAreDrawnSeparately() {
    MixingFactors factors = MixingFactors.draw(N, 2, 0, new Random(2));

    double covariance = 0;
    for (int i = 0; i < N; i++) {
      covariance += (factors.positive()[i] - 0.5) * (factors.negative()[i] - 0.5) / N;
    }
    double variance = 1.0 / (4 * (2 * 2 + 1));
    assertThat(covariance / variance).isCloseTo(0, within(0.04));
  }

  @Test
  void oneSeedGivesOneDraw() {
    MixingFactors first = MixingFactors.draw(50, 0.3, 0.8, new Random(3));
    MixingFactors second = MixingFactors.draw(50, 0.3, 0.8, new Random(3));

    assertThat(first.positive()).containsExactly(second.positive());
    assertThat(first.negative()).containsExactly(second.negative());
  }
}
