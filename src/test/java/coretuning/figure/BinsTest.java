package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinsTest {

  @Test
  void binsCoverAllValuesAndCountEachOnce() {
    var random = new Random(2);
    for (int i = 0; i < 200; i++) {
      double scale = Math.pow(10, random.nextInt(10) - 5);
      double[] values =
          random.doubles(1 + random.nextInt(300)).map(u -> scale * (u - 0.3)).toArray();
      Bins bins = Bins.of(values);
      assertThat(Arrays.stream(bins.count(values)).sum()).isEqualTo(values.length);
      assertThat(bins.start()).isLessThanOrEqualTo(Arrays.stream(values).min().orElseThrow());
      assertThat(bins.end() * (1 + 1e-9) + 1e-12)
          .isGreaterThanOrEqualTo(Arrays.stream(values).max().orElseThrow());
      assertThat(bins.size()).isBetween(1, 130);
    }
  }

  @Test
  void countsAgreeWithCountingByHand() {
    var bins = new Bins(0, 0.25, 4);

    assertThat(bins.count(new double[] {0, 0.1, 0.25, 0.3, 0.74, 1.0, Double.NaN}))
        .containsExactly(2, 2, 1, 1);
  }

  @Test
  void edgesAreRound() {
    double[] values = new Random(3).doubles(1000).toArray();

    Bins bins = Bins.of(values);

    assertThat(bins.start()).isZero();
    assertThat(bins.width()).isIn(0.05, 0.1, 0.2);
    assertThat(bins.end()).isEqualTo(1.0);
  }
}
