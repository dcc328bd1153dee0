package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Projection;
import coretuning.result.RunControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ExactTsneTest {
  private static final int DIMENSION = 8;

  @Test
  void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() {
    float[] features = clusters(120, 3);
    Projection one = project(1, features);

    for (int threads : new int[] {1, 2, 5}) {
      try (var pool = new ForkJoinPool(threads)) {
        Projection again = pool.submit(() -> project(1, features)).join();

        assertThat(again.x()).containsExactly(one.x());
        assertThat(again.y()).containsExactly(one.y());
      }
    }
    assertThat(project(2, features).x()).isNotEqualTo(one.x());
  }

  private static Projection project(long seed, float[] features) {
    return new ExactTsne(seed, 10, 300).project(features, DIMENSION, new RunControl(), done -> {});
  }

  @Test
  void clustersStayTogether() {
    int n = 150;
    Projection map =
        new ExactTsne(7, 10, 600).project(clusters(n, 3), DIMENSION, new RunControl(), done -> {});

    int agreeing = 0;
    for (int i = 0; i < n; i++) {
      int nearest = -1;
      double least = Double.MAX_VALUE;
      for (int j = 0; j < n; j++) {
        double distance = Math.hypot(map.x()[i] - map.x()[j], map.y()[i] - map.y()[j]);
        if (j != i && distance < least) {
          least = distance;
          nearest = j;
        }
      }
      agreeing += nearest % 3 == i % 3 ? 1 : 0;
    }
    assertThat(agreeing).isGreaterThan(n * 98 / 100);
  }

  @Test
  void progressIsToldEveryTenIterations() {
    List<Integer> told = new ArrayList<>();

    Projection map =
        new ExactTsne(1, 10, 260).project(clusters(60, 3), DIMENSION, new RunControl(), told::add);

    assertThat(told).startsWith(10, 20, 30).last().isEqualTo(260);
    assertThat(map.iterations()).isEqualTo(260);
    assertThat(map.method()).isEqualTo("t-SNE");
    assertThat(map.seed()).isEqualTo(1);
  }

  @Test
  void aStopEndsWithTheMapSoFar() {
    var control = new RunControl();

    Projection map =
        new ExactTsne(1, 10, 1000)
            .project(
                clusters(60, 3),
                DIMENSION,
                control,
                done -> {
                  if (done == 50) {
                    control.stop();
                  }
                });

    assertThat(map.iterations()).isEqualTo(50);
    assertThat(map.x()).hasSize(60).doesNotContain(Double.NaN);
  }

  @Test
  void perplexityIsCappedAndTold() {
    Projection map =
        new ExactTsne(1, 30, 250).project(clusters(16, 2), DIMENSION, new RunControl(), done -> {});

    assertThat(map.perplexity()).isEqualTo(5);
    assertThat(map.y()).hasSize(16).doesNotContain(Double.NaN);
  }

  @Test
  void asManyImagesAsFeaturesAreNotMistakenForDistances() {
    // Eight images of eight features: a square matrix.
    Projection map =
        new ExactTsne(1, 2, 250)
            .project(clusters(DIMENSION, 2), DIMENSION, new RunControl(), done -> {});
    float[] padded = new float[DIMENSION * (DIMENSION + 1)];
    float[] square = clusters(DIMENSION, 2);
    for (int i = 0; i < DIMENSION; i++) {
      System.arraycopy(square, i * DIMENSION, padded, i * (DIMENSION + 1), DIMENSION);
    }
    Projection wider =
        new ExactTsne(1, 2, 250).project(padded, DIMENSION + 1, new RunControl(), done -> {});

    assertThat(map.x()).containsExactly(wider.x());
  }

  @Test
  void identicalImagesGiveFiniteMaps() {
    var same = new float[20 * DIMENSION];
    java.util.Arrays.fill(same, 1);

    Projection map = project(1, same);

    assertThat(map.x()).doesNotContain(Double.NaN);
  }

  @Test
  void anErrorOfTheListenerPassesThrough() {
    assertThatThrownBy(() ->
            new ExactTsne(1, 5, 250)
                .project(
                    clusters(30, 3),
                    DIMENSION,
                    new RunControl(),
                    done -> {
                      throw new UnsupportedOperationException("window closed");
                    }))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("window closed");
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> new ExactTsne(1, 1, 250)).hasMessageContaining("perplexity");
    assertThatThrownBy(() -> new ExactTsne(1, 30, 249)).hasMessageContaining("iterations");
    assertThatThrownBy(() ->
            new ExactTsne(1, 30, 250).project(new float[6 * 2], 2, new RunControl(), done -> {}))
        .hasMessageContaining("at least 7 images, got 6");
  }

  /// Images around as many directions as there are clusters; image i is of cluster i mod clusters.
  private static float[] clusters(int n, int clusters) {
    var random = new Random(9);
    var features = new float[n * DIMENSION];
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < DIMENSION; d++) {
        features[i * DIMENSION + d] =
            (float) (0.3 * random.nextGaussian()) + (d == i % clusters ? 3 : 0);
      }
    }
    return features;
  }
}
