package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.analysis.UnitRows;
import coretuning.result.MapMeasure;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapReliabilityTest {
  /// Directions at 0, 10, 21, 33, 46, 60 degrees.
  private static final double[] ANGLES = {0, 10, 21, 33, 46, 60};

  @Test
  void aFaithfulMapIsPerfect() {
    MapReliability reliability = MapReliability.of(fan(), 2, ANGLES, new double[6], 2, 1);

    assertThat(reliability).isEqualTo(new MapReliability(2, 6, 6, 1, 1, 1));
  }

  @Test
  void twoSwappedPlacesCostWhatTheFormulaSays() {
    // Points 0 and 5 swap places. With k = 1, in truth: 0-1, 1-0, 2-1, 3-2, 4-3, 5-4. On the map
    // 0 stands at 60, 5 at 0: 0-4 (rank 4), 1-5 (rank 5), 2-1, 3-2, 4-3, 5-1 (rank 4): false costs
    // 3 + 4 + 3. Lost: 0-1 has rank 4 on the map, 1-0 rank 5 and 5-4 rank 4: the same.
    double[] x = {60, 10, 21, 33, 46, 0};

    MapReliability reliability = MapReliability.of(fan(), 2, x, new double[6], 1, 1);

    double expected = 1 - 2.0 / (6 * 1 * (12 - 3 - 1)) * 10;
    assertThat(reliability.trustworthiness()).isCloseTo(expected, within(1e-12));
    assertThat(reliability.continuity()).isCloseTo(expected, within(1e-12));
    assertThat(reliability.overlap()).isEqualTo(0.5);
  }

  @Test
  void agreesWithNaiveSorting() {
    int n = 60;
    int k = 7;
    float[] features = Clouds.classes(n, 5, 3, 8);
    var random = new Random(2);
    double[] x = random.doubles(n).toArray();
    double[] y = random.doubles(n).toArray();
    UnitRows rows = UnitRows.of(features, 5);

    MapReliability reliability = MapReliability.of(features, 5, x, y, k, 1);

    double falseCost = 0;
    double lostCost = 0;
    double common = 0;
    for (int i = 0; i < n; i++) {
      int row = i;
      int[] original = ranks(n, i, j -> -rows.cosine(row, j));
      int[] map = ranks(n, i, j -> Math.hypot(x[row] - x[j], y[row] - y[j]));
      for (int j = 0; j < n; j++) {
        if (j != i) {
          falseCost += map[j] <= k && original[j] > k ? original[j] - k : 0;
          lostCost += original[j] <= k && map[j] > k ? map[j] - k : 0;
          common += map[j] <= k && original[j] <= k ? 1 : 0;
        }
      }
    }
    double scale = 2.0 / (n * k * (2 * n - 3 * k - 1));
    assertThat(reliability.trustworthiness()).isCloseTo(1 - scale * falseCost, within(1e-12));
    assertThat(reliability.continuity()).isCloseTo(1 - scale * lostCost, within(1e-12));
    assertThat(reliability.overlap()).isCloseTo(common / (n * k), within(1e-12));
  }

  @Test
  void aSampleComesNearTheWholeAndSaysSo() {
    int n = 900;
    UnitRows rows = UnitRows.of(Clouds.classes(n, 6, 3, 8), 6);
    double[] x = IntStream.range(0, n).mapToDouble(i -> rows.get(i, 0)).toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> rows.get(i, 1)).toArray();
    int[] all = IntStream.range(0, n).toArray();
    int[] some = new Random(1).ints(0, n).distinct().limit(300).toArray();

    MapReliability whole = MapReliability.of(rows, x, y, 10, all);
    MapReliability sample = MapReliability.of(rows, x, y, 10, some);

    assertThat(sample.trustworthiness()).isCloseTo(whole.trustworthiness(), within(0.02));
    assertThat(sample.overlap()).isCloseTo(whole.overlap(), within(0.02));
    assertThat(whole.measures())
        .extracting(MapMeasure::name)
        .containsExactly(
            "trustworthiness (k = 10)", "continuity (k = 10)", "neighbours kept (k = 10)");
    assertThat(sample.measures().getFirst().name())
        .isEqualTo("trustworthiness (k = 10, sample of 300)");
  }

  @Test
  void beyondTenThousandPointsTwoThousandAreDrawn() {
    int n = 10_001;
    double[] x = IntStream.range(0, n).mapToDouble(i -> i).toArray();
    var features = new float[2 * n];
    for (int i = 0; i < n; i++) {
      features[2 * i] = (float) Math.cos(i * 1e-4);
      features[2 * i + 1] = (float) Math.sin(i * 1e-4);
    }

    MapReliability reliability = MapReliability.of(features, 2, x, new double[n], 5, 1);

    assertThat(reliability.sampled()).isEqualTo(2000);
    assertThat(reliability.trustworthiness()).isGreaterThan(0.99);
    assertThat(MapReliability.of(features, 2, x, new double[n], 5, 1)).isEqualTo(reliability);
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> MapReliability.of(fan(), 2, ANGLES, new double[6], 3, 1))
        .hasMessageContaining("fewer than half of 6 points, got 3");
    assertThatThrownBy(() -> MapReliability.of(fan(), 2, ANGLES, new double[5], 1, 1))
        .hasMessageContaining("does not fit 6 rows");
  }

  private static float[] fan() {
    var features = new float[12];
    for (int i = 0; i < 6; i++) {
      features[2 * i] = (float) Math.cos(Math.toRadians(ANGLES[i]));
      features[2 * i + 1] = (float) Math.sin(Math.toRadians(ANGLES[i]));
    }
    return features;
  }

  private static int[] ranks(int n, int from, java.util.function.IntToDoubleFunction distance) {
    var ranks = new int[n];
    int[] order =
        IntStream.range(0, n)
            .filter(j -> j != from)
            .boxed()
            .sorted((a, b) -> Double.compare(distance.applyAsDouble(a), distance.applyAsDouble(b)))
            .mapToInt(j -> j)
            .toArray();
    for (int r = 0; r < order.length; r++) {
      ranks[order[r]] = r + 1;
    }
    return ranks;
  }
}
