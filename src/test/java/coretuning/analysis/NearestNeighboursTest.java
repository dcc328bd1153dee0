package coretuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {
  @Test
  void theNearestDirectionWinsWhateverItsLength() {
    var knn = new NearestNeighbours(new float[] {100, 0, 0, 0.01f}, 2, new int[] {0, 1}, 2, 1, 0.1);

    assertThat(knn.predict(new float[] {1, 2, 2, 1})).containsExactly(1, 0);
  }

  @Test
  void temperatureDecidesBetweenOneNearAndTwoFarther() {
    // Query (1, 0): class 0 at cosine 1, class 1 twice at cosine 0.6.
    var bank = new float[] {1, 0, 3, 4, 3, -4};
    var labels = new int[] {0, 1, 1};
    var query = new float[] {5, 0};

    // exp(1 / T) against 2 exp(0.6 / T): equal at T = 0.4 / ln 2 = 0.577.
    assertThat(new NearestNeighbours(bank, 2, labels, 2, 3, 0.5).predict(query)).containsExactly(0);
    assertThat(new NearestNeighbours(bank, 2, labels, 2, 3, 0.7).predict(query)).containsExactly(1);
  }

  @Test
  void kIsCappedToTheBank() {
    var knn = new NearestNeighbours(new float[] {1, 0, 0, 1}, 2, new int[] {0, 1}, 2, 200, 0.1);

    assertThat(knn.k()).isEqualTo(2);
    assertThat(knn.predict(new float[] {1, 0.1f})).containsExactly(0);
  }

  @Test
  void aTinyTemperatureDoesNotOverflow() {
    var knn = new NearestNeighbours(new float[] {1, 0, 0, 1}, 2, new int[] {1, 0}, 2, 2, 1e-5);

    assertThat(knn.predict(new float[] {1, 0.1f})).containsExactly(1);
  }

  @Test
  void agreesWithNaiveSortingAndWithAnyNumberOfThreads() {
    var random = new Random(11);
    int n = 1300;
    int dimension = 9;
    float[] bank = gaussian(random, n * dimension);
    int[] labels = random.ints(n, 0, 6).toArray();
    float[] queries = gaussian(random, 150 * dimension);
    var knn = new NearestNeighbours(bank, dimension, labels, 6, 20, 0.1);

    int[] naive = naive(bank, labels, queries, dimension, 20, 0.1);

    assertThat(inPool(1, knn, queries)).containsExactly(naive);
    assertThat(inPool(4, knn, queries)).containsExactly(naive);
  }

  private static int[] inPool(int threads, NearestNeighbours knn, float[] queries) {
    try (var pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> knn.predict(queries)).join();
    }
  }

  private static int[] naive(
      float[] bank, int[] labels, float[] queries, int dimension, int k, double temperature) {
    return IntStream.range(0, queries.length / dimension)
        .map(query -> {
          var votes = new double[6];
          IntStream.range(0, labels.length)
              .boxed()
              .sorted(
                  Comparator.comparingDouble(row -> -cosine(queries, query, bank, row, dimension)))
              .limit(k)
              .forEach(row ->
                  votes[labels[row]] +=
                      Math.exp(cosine(queries, query, bank, row, dimension) / temperature));
          return IntStream.range(0, 6)
              .boxed()
              .max(Comparator.comparingDouble(each -> votes[each]))
              .orElseThrow();
        })
        .toArray();
  }

  private static double cosine(float[] a, int i, float[] b, int j, int dimension) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int d = 0; d < dimension; d++) {
      double x = a[i * dimension + d];
      double y = b[j * dimension + d];
      dot += x * y;
      aa += x * x;
      bb += y * y;
    }
    return dot / Math.sqrt(aa * bb);
  }

  @Test
  void accuracyIsTheShareNamedRight() {
    var knn = new NearestNeighbours(new float[] {1, 0, 0, 1}, 2, new int[] {0, 1}, 2, 1, 0.1);

    assertThat(knn.accuracy(new float[] {1, 0, 1, 0, 0, 1, 0, 1}, new int[] {0, 1, 1, 1}))
        .isEqualTo(0.75);
  }

  @Test
  void equalCosinesKeepTheFirstInTheBank() {
    // Six copies of one direction: the first three vote.
    var bank = new float[12];
    java.util.Arrays.fill(bank, 1);
    var knn = new NearestNeighbours(bank, 2, new int[] {1, 1, 0, 0, 0, 0}, 2, 3, 0.1);

    assertThat(knn.predict(new float[] {1, 1})).containsExactly(1);
  }

  @Test
  void wrongArgumentsAreNamed() {
    var two = new float[] {1, 0};
    var label = new int[] {0};
    assertThatThrownBy(() -> new NearestNeighbours(two, 2, label, 1, 0, 0.1))
        .hasMessageContaining("k must be at least 1");
    assertThatThrownBy(() -> new NearestNeighbours(two, 2, label, 1, 1, Double.NaN))
        .hasMessageContaining("temperature above 0");
    assertThatThrownBy(() -> new NearestNeighbours(new float[0], 2, new int[0], 1, 1, 1))
        .hasMessageContaining("at least one");
    var knn = new NearestNeighbours(two, 2, label, 1, 1, 0.1);
    assertThatThrownBy(() -> knn.accuracy(new float[0], new int[0]))
        .hasMessageContaining("at least one query");
    assertThatThrownBy(() -> knn.predict(new float[3])).hasMessageContaining("3 values");
  }

  private static float[] gaussian(Random random, int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
