package coretuning.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CosineHistogramTest {
  @Test
  void aCosineFallsIntoTheBinAboveItsLowerEdge() {
    CosineHistogram histogram = CosineHistogram.empty();
    histogram.add(-1);
    histogram.add(-0.951);
    histogram.add(-0.95);
    histogram.add(0);
    histogram.add(0.999);
    histogram.add(1);

    assertThat(histogram.counts()[0]).isEqualTo(2);
    assertThat(histogram.counts()[1]).isEqualTo(1);
    assertThat(histogram.counts()[20]).isEqualTo(1);
    assertThat(histogram.counts()[39]).isEqualTo(2);
    assertThat(histogram.total()).isEqualTo(6);
  }

  @Test
  void roundingBeyondTheEndsIsCountedAtTheEnds() {
    CosineHistogram histogram = CosineHistogram.empty();
    histogram.add(1.0000002);
    histogram.add(-1.0000002);

    assertThat(histogram.counts()[39]).isEqualTo(1);
    assertThat(histogram.counts()[0]).isEqualTo(1);
  }

  @Test
  void edgesAreEven() {
    assertThat(CosineHistogram.edge(0)).isEqualTo(-1);
    assertThat(CosineHistogram.edge(20)).isZero();
    assertThat(CosineHistogram.edge(CosineHistogram.BINS)).isEqualTo(1);
  }

  @Test
  void histogramsAddUp() {
    CosineHistogram one = CosineHistogram.empty();
    CosineHistogram other = CosineHistogram.empty();
    one.add(0.5);
    other.add(0.5);
    other.add(-0.5);
    one.add(other);

    assertThat(one.total()).isEqualTo(3);
    assertThat(one.counts()[30]).isEqualTo(2);
  }

  @Test
  void whatIsNoNumberOrNoHistogramIsRefused() {
    assertThatThrownBy(() -> CosineHistogram.empty().add(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CosineHistogram(new long[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 3");
  }

  @Test
  void sharesOfNothingAreNotNumbers() {
    assertThat(MiningCounts.NONE.selfShare()).isNaN();
    var counts = new MiningCounts(8, 2, 4, 1, 6).plus(new MiningCounts(2, 0, 1, 0, 2));

    assertThat(counts.selfShare()).isEqualTo(0.2);
    assertThat(counts.wrongClassShare()).isEqualTo(0.2);
    assertThat(counts.clippedShare()).isEqualTo(0.8);
  }

  @Test
  void theoryAddsAndSubtractsItsParts() {
    var theory = new Theory(3, -10, 16, -2, -1.5);

    assertThat(theory.contrastiveLoss()).isEqualTo(6);
    assertThat(theory.information()).isEqualTo(0.5);
  }
}
