package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureSpectrumTest {
  private static boolean collapsed(FeatureSpectrum spectrum) {
    return FeatureSpectrum.isCollapsed(
        spectrum.deviation(), spectrum.effectiveRank(), spectrum.dimension());
  }

  @Test
  void aBasisUsesEveryDimension() {
    float[] basis = {1, 0, 0, 0, 5, 0, 0, 0, 2};

    FeatureSpectrum spectrum = FeatureSpectrum.of(basis, 3);

    assertThat(spectrum.effectiveRank()).isCloseTo(3, within(1e-9));
    // A feature is 1 once and 0 twice: variance 1/3 - 1/9.
    assertThat(spectrum.deviation()).isCloseTo(Math.sqrt(2.0 / 9), within(1e-7));
    assertThat(spectrum.rows()).isEqualTo(3);
    assertThat(collapsed(spectrum)).isFalse();
  }

  @Test
  void singularValuesOfThreeToOneGiveTheEntropyOfTheirShares() {
    // Nine rows along one axis and one along the other: singular values 3 and 1.
    var rows = new float[20];
    for (int i = 0; i < 9; i++) {
      rows[2 * i] = 1;
    }
    rows[19] = 1;
    double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);

    assertThat(FeatureSpectrum.of(rows, 2).effectiveRank())
        .isCloseTo(Math.exp(entropy), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 500})
  void noiseIsSpreadEvenly(int rows) {
    var random = new Random(1);
    var features = new float[rows * 32];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }

    FeatureSpectrum spectrum = FeatureSpectrum.of(features, 32);

    assertThat(spectrum.deviation() * Math.sqrt(32)).isBetween(0.9, 1.05);
    assertThat(spectrum.effectiveRank()).isBetween(0.85 * Math.min(rows, 32), 32.0);
    assertThat(collapsed(spectrum)).isFalse();
  }

  @Test
  void constantFeaturesHaveCollapsed() {
    var features = new float[50 * 8];
    Arrays.setAll(new double[features.length], i -> features[i] = i % 8 + 1);

    FeatureSpectrum spectrum = FeatureSpectrum.of(features, 8);

    assertThat(spectrum.deviation()).isCloseTo(0, within(1e-6));
    assertThat(spectrum.effectiveRank()).isCloseTo(1, within(1e-6));
    assertThat(collapsed(spectrum)).isTrue();
  }

  @Test
  void featuresOnOneLineHaveCollapsedThoughTheyVary() {
    var features = new float[50 * 8];
    Arrays.setAll(new double[features.length], i -> features[i] = i / 8 % 2 == 0 ? 1 : -1);

    FeatureSpectrum spectrum = FeatureSpectrum.of(features, 8);

    assertThat(spectrum.deviation() * Math.sqrt(8)).isCloseTo(1, within(1e-6));
    assertThat(spectrum.effectiveRank()).isCloseTo(1, within(1e-6));
    assertThat(collapsed(spectrum)).isTrue();
  }

  @Test
  void aDeadNetworkHasCollapsed() {
    assertThat(collapsed(FeatureSpectrum.of(new float[40], 8))).isTrue();
  }

  @Test
  void noRowsAreRefused() {
    assertThatThrownBy(() -> FeatureSpectrum.of(new float[0], 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a spectrum needs at least one row");
  }
}
