package coretuning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void aHandComputedSample() {
    Statistics three = Statistics.of(1, 2, 6);

    assertThat(three.mean()).isEqualTo(3);
    assertThat(three.deviation()).isCloseTo(Math.sqrt((4 + 1 + 9) / 2.0), within(1e-15));
    assertThat(three.halfInterval())
        .isCloseTo(4.302653 * Math.sqrt(7.0) / Math.sqrt(3), within(1e-5));
  }

  @Test
  void oneValueHasNoDeviation() {
    assertThat(Statistics.of(5).mean()).isEqualTo(5);
    assertThat(Statistics.of(5).deviation()).isNaN();
    assertThat(Statistics.of(5).halfInterval()).isNaN();
  }

  @Test
  void nanStaysNan() {
    assertThat(Statistics.of(1, Double.NaN).mean()).isNaN();
    assertThat(Statistics.of().mean()).isNaN();
  }
}
