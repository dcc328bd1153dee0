package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void ticksAreRoundNumbers() {
    assertThat(Ticks.linear(0, 1, 5, 0).labels()).containsExactly("0", "0.5", "1.0");
    assertThat(Ticks.linear(0, 1, 6, 0).labels())
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(Ticks.linear(-3, 47, 6, 0).labels()).containsExactly("0", "10", "20", "30", "40");
    assertThat(Ticks.linear(-0.02, 0.01, 4, 0).labels())
        .containsExactly("−0.02", "−0.01", "0", "0.01");
  }

  @Test
  void wholeNumbersAreNotSplit() {
    assertThat(Ticks.linear(0.9, 3.1, 20, 1).labels()).containsExactly("1", "2", "3");
  }

  @Test
  void verySmallAndVeryLargeNumbersArePowersOfTen() {
    assertThat(Ticks.linear(0, 4e-6, 5, 0).labels())
        .containsExactly("0", "10⁻⁶", "2·10⁻⁶", "3·10⁻⁶", "4·10⁻⁶");
    assertThat(Ticks.linear(0, 4e9, 3, 0).labels()).containsExactly("0", "2·10⁹", "4·10⁹");
  }

  @Test
  void thereAreNeverMoreTicksThanAskedFor() {
    var random = new Random(1);
    for (int i = 0; i < 5000; i++) {
      double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 6);
      double high = low + random.nextDouble() * Math.pow(10, random.nextInt(12) - 6) + 1e-7;
      int most = 2 + random.nextInt(10);
      Ticks ticks = Ticks.linear(low, high, most, 0);
      assertThat(ticks.values().size()).isLessThanOrEqualTo(most);
      assertThat(ticks.values())
          .isSorted()
          .allMatch(v -> v >= low - 1e-6 * (high - low) && v <= high + 1e-6 * (high - low));
      assertThat(ticks.labels()).doesNotHaveDuplicates();
    }
  }

  @Test
  void aLogarithmicAxisShowsPowersOfTen() {
    assertThat(Ticks.logarithmic(1e-4, 10, 10).labels())
        .containsExactly("10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹");
    assertThat(Ticks.logarithmic(1e-8, 1, 4).values()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void aShortLogarithmicAxisShowsOnesTwosAndFives() {
    assertThat(Ticks.logarithmic(0.15, 6, 8).labels()).containsExactly("0.2", "0.5", "1", "2", "5");
    assertThat(Ticks.logarithmic(1.1, 1.4, 5).labels()).containsExactly("1.1", "1.2", "1.3", "1.4");
  }

  @Test
  void numbersKeepThreeDigitsAndNaNStaysNaN() {
    assertThat(Numbers.brief(0.12345)).isEqualTo("0.123");
    assertThat(Numbers.brief(12.345)).isEqualTo("12.3");
    assertThat(Numbers.brief(-1234.5)).isIn("−1234", "−1235");
    assertThat(Numbers.brief(0.0000123)).isEqualTo("1.23·10⁻⁵");
    assertThat(Numbers.brief(Double.NaN)).isEqualTo("NaN");
    assertThat(Numbers.brief(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    assertThat(Numbers.fixed(-0.0001, 2)).isEqualTo("0.00");
  }
}
