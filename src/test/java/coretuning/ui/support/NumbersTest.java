package coretuning.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void numbersReadAsPeopleTypeThem() {
    assertThat(Numbers.plain(256)).isEqualTo("256");
    assertThat(Numbers.plain(1e-4)).isEqualTo("0.0001");
    assertThat(Numbers.plain(0.07)).isEqualTo("0.07");
    assertThat(Numbers.plain(1.0 / 3)).isEqualTo("0.3333333333333333");
  }

  @Test
  void whatIsNotKnownIsADashAndNeverZero() {
    assertThat(Numbers.percent(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.three(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.duration(Double.NaN)).isEqualTo("–");
  }

  @Test
  void sharesAndTimesAreRounded() {
    assertThat(Numbers.percent(0.8735)).isEqualTo("87.4 %");
    assertThat(Numbers.three(0.12345)).isEqualTo("0.123");
    assertThat(Numbers.duration(42.4)).isEqualTo("42 s");
    assertThat(Numbers.duration(200)).isEqualTo("3 min 20 s");
    assertThat(Numbers.duration(7500)).isEqualTo("2 h 5 min");
  }
}
