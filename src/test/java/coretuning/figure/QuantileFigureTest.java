package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileFigureTest {

  @Test
  void quantilesLieBetweenTheOrderedValues() {
    double[] values = {4, 0, Double.NaN, 3, 1, 2};

    assertThat(QuantileFigure.quantiles(values)).containsExactly(0.4, 1, 2, 3, 3.6);
    assertThat(QuantileFigure.quantiles(new double[] {7})).containsOnly(7);
    assertThat(QuantileFigure.quantiles(new double[] {Double.NaN})).containsOnly(Double.NaN);
  }

  @Test
  void everyPlaceNeedsItsSample() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuantileFigure.Kind("k", new double[2], List.of(new double[1])))
        .withMessageContaining("k has 2 places and 1 samples");
  }
}
