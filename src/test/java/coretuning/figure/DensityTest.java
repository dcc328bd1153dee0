package coretuning.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DensityTest {
  @Test
  void theDensityOfNormalValuesIsNearTheirs() {
    double[] values = new Random(1).doubles(0, 1).limit(0).toArray();
    assertThat(Density.of(values, 0.1).isEmpty()).isTrue();
    var random = new Random(1);
    double[] normal = random.doubles(20_000).map(each -> random.nextGaussian()).toArray();

    Density density = Density.of(normal, 1e-3);

    for (double x : new double[] {-1.5, 0, 0.7}) {
      assertThat(density.at(x))
          .isCloseTo(Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI), within(0.02));
    }
    assertThat(density.quantile(0.5)).isCloseTo(0, within(0.03));
  }

  @Test
  void itsAreaIsOneAndWhatIsNotFiniteIsLeftOut() {
    Density density = Density.of(new double[] {0.2, Double.NaN, 0.4, 0.9}, 0.01);
    double area = 0;
    for (double x = -3; x < 4; x += 0.001) {
      area += 0.001 * density.at(x);
    }
    assertThat(area).isCloseTo(1, within(1e-3));
    assertThat(density.values()).containsExactly(0.2, 0.4, 0.9);
    assertThat(density.quantile(0.25)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void equalValuesKeepTheLeastBandwidth() {
    assertThat(Density.of(new double[] {0.5, 0.5, 0.5}, 0.02).bandwidth()).isEqualTo(0.02);
  }
}
