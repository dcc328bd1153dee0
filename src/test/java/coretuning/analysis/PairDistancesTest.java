package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairDistancesTest {
  private static final float[] CROSS = {1, 0, 0, 2, -3, 0};

  @Test
  void smallSetsAreMeasuredCompletely() {
    PairDistances all = PairDistances.of(CROSS, 2, new int[] {0, 0, 1}, 100, new Random(1));

    assertThat(all.intra()).containsExactly(1);
    assertThat(all.inter()).containsExactlyInAnyOrder(2, 1);
  }

  @Test
  void largeSetsAreSampledUniformly() {
    // One class: 50 images at (1,0), 50 at (0,1). Of the pairs, 2500 of 4950 are at distance 1.
    var features = new float[200];
    for (int i = 0; i < 100; i++) {
      features[2 * i + (i < 50 ? 0 : 1)] = 1;
    }

    PairDistances sample = PairDistances.of(features, 2, new int[100], 1000, new Random(1));

    assertThat(sample.intra()).hasSize(1000);
    assertThat(sample.inter()).isEmpty();
    assertThat(Arrays.stream(sample.intra()).average().orElseThrow())
        .isCloseTo(2500.0 / 4950, within(0.05));
  }

  @Test
  void theSameSeedGivesTheSameSample() {
    var random = new Random(4);
    var features = new float[300];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat();
    }
    int[] labels = random.ints(100, 0, 5).toArray();

    assertThat(PairDistances.of(features, 3, labels, 50, new Random(2)).inter())
        .containsExactly(PairDistances.of(features, 3, labels, 50, new Random(2)).inter());
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> PairDistances.of(CROSS, 2, new int[3], 0, new Random()))
        .hasMessageContaining("limit");
    assertThatThrownBy(() -> PairDistances.of(CROSS, 2, new int[2], 1, new Random()))
        .hasMessageContaining("3 rows");
  }
}
