package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.result.Neighbour;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourSearchTest {
  /// East, north-east, north, west, and east again but longer.
  private static final UnitRows COMPASS =
      UnitRows.of(new float[] {1, 0, 1, 1, 0, 1, -1, 0, 7, 0}, 2);

  @Test
  void neighboursOfAPointComeNearestFirstWithCosineDistances() {
    List<Neighbour> neighbours = NeighbourSearch.of(COMPASS, 0, 4);

    assertThat(neighbours).extracting(Neighbour::row).containsExactly(4, 1, 2, 3);
    assertThat(neighbours.get(0).distance()).isZero();
    assertThat(neighbours.get(1).distance()).isCloseTo(1 - Math.sqrt(0.5), within(1e-7));
    assertThat(neighbours.get(2).distance()).isEqualTo(1);
    assertThat(neighbours.get(3).distance()).isEqualTo(2);
    assertThat(NeighbourSearch.of(COMPASS, 0, 99)).hasSize(4);
  }

  @Test
  void ofEqualDistancesTheLowerRowIsNearer() {
    UnitRows same = UnitRows.of(new float[] {1, 1, 1, 1, 1}, 1);

    assertThat(NeighbourSearch.of(same, 2, 3)).extracting(Neighbour::row).containsExactly(0, 1, 3);
    assertThat(new NeighbourSearch(same).all(3, () -> false).orElseThrow().rows())
        .startsWith(1, 2, 3, 0, 2, 3, 0, 1, 3);
  }

  @Test
  void theTableAgreesWithNaiveSortingOnAnyNumberOfThreads() {
    var random = new Random(5);
    int n = 1100;
    var features = new float[n * 6];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    UnitRows rows = UnitRows.of(features, 6);
    var search = new NeighbourSearch(rows);

    NeighbourTable table = search.all(7, () -> false).orElseThrow();

    assertThat(table.size()).isEqualTo(n);
    for (int i = 0; i < n; i += 50) {
      int row = i;
      int[] naive =
          IntStream.range(0, n)
              .filter(j -> j != row)
              .boxed()
              .sorted((a, b) -> Double.compare(rows.cosine(row, b), rows.cosine(row, a)))
              .limit(7)
              .mapToInt(j -> j)
              .toArray();
      assertThat(Arrays.copyOfRange(table.rows(), 7 * i, 7 * i + 7)).containsExactly(naive);
      assertThat(table.distances()[7 * i])
          .isCloseTo((float) (1 - rows.cosine(i, naive[0])), within(1e-7f));
    }
    try (var pool = new ForkJoinPool(3)) {
      NeighbourTable again = pool.submit(() -> search.all(7, () -> false)).join().orElseThrow();
      assertThat(again.rows()).containsExactly(table.rows());
      assertThat(again.distances()).containsExactly(table.distances());
    }
  }

  @Test
  void aStopLeavesNoTable() {
    assertThat(new NeighbourSearch(COMPASS).all(2, () -> true)).isEmpty();
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> NeighbourSearch.of(COMPASS, 5, 1)).hasMessageContaining("[0, 5)");
    assertThatThrownBy(() -> new NeighbourSearch(COMPASS).all(5, () -> false))
        .hasMessageContaining("[1, 4] for 5 rows, got 5");
    assertThatThrownBy(() -> new NeighbourTable(2, new int[3], new float[3]))
        .hasMessageContaining("no table of 2");
  }
}
