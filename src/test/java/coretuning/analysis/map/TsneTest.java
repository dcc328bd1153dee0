package coretuning.analysis.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coretuning.result.Layout;
import coretuning.result.MapMeasure;
import coretuning.result.Projection;
import coretuning.result.RunControl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsneTest {
  private static final int DIMENSION = 40;

  @Test
  void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() {
    float[] features = Clouds.classes(700, DIMENSION, 3, 1);
    Projection one = project(new Tsne(1, 10, 300, new TsneStart.Principal()), features);

    for (int threads : new int[] {1, 2, 5}) {
      try (var pool = new ForkJoinPool(threads)) {
        Projection again =
            pool.submit(() -> project(new Tsne(1, 10, 300, new TsneStart.Principal()), features))
                .join();

        assertThat(again.x()).containsExactly(one.x());
        assertThat(again.y()).containsExactly(one.y());
        assertThat(again.measures()).isEqualTo(one.measures());
      }
    }
    assertThat(project(new Tsne(2, 10, 300, new TsneStart.Principal()), features).x())
        .isNotEqualTo(one.x());
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 12, 30, 150})
  void clustersStayTogether(int n) {
    int clusters = n < 12 ? 2 : 3;

    Projection map = project(Tsne.withSeed(7), Clouds.classes(n, DIMENSION, clusters, 2));

    assertFinite(map);
    int agreeing = 0;
    for (int i = 0; i < n; i++) {
      int row = i;
      int nearest =
          IntStream.range(0, n)
              .filter(j -> j != row)
              .boxed()
              .min((a, b) -> Double.compare(distance(map, row, a), distance(map, row, b)))
              .orElseThrow();
      agreeing += nearest % clusters == i % clusters ? 1 : 0;
    }
    assertThat(agreeing).isGreaterThanOrEqualTo(n * 95 / 100);
  }

  @Test
  void progressAndLayoutsAreTold() {
    List<Integer> told = new ArrayList<>();
    List<Layout> layouts = new ArrayList<>();
    Projection map =
        new Tsne(1, 10, 260, new TsneStart.Principal())
            .project(
                Clouds.classes(60, DIMENSION, 3, 1),
                DIMENSION,
                new RunControl(),
                new TsneListener() {
                  @Override
                  public void progressed(int iterations) {
                    told.add(iterations);
                  }

                  @Override
                  public void moved(Layout layout) {
                    layouts.add(layout);
                  }
                });

    assertThat(told).startsWith(10, 20, 30).hasSize(26).last().isEqualTo(260);
    assertThat(layouts).extracting(Layout::iterations).startsWith(20, 40).last().isEqualTo(260);
    assertThat(layouts.getLast().x()).containsExactly(map.x()).isNotSameAs(map.x());
    assertThat(layouts.getFirst().y()).isNotEqualTo(map.y());
    assertThat(map.iterations()).isEqualTo(260);
    assertThat(map.method()).isEqualTo("t-SNE");
    assertThat(map.seed()).isEqualTo(1);
    assertThat(map.measures()).extracting(MapMeasure::name).containsExactly("KL divergence");
  }

  @Test
  void aStopEndsAfterTheIterationInHand() {
    var control = new RunControl();

    Projection map =
        Tsne.withSeed(1)
            .project(
                Clouds.classes(60, DIMENSION, 3, 1),
                DIMENSION,
                control,
                done -> {
                  if (done == 50) {
                    control.stop();
                  }
                });

    assertThat(map.iterations()).isEqualTo(50);
    assertThat(map.x()).hasSize(60);
    assertFinite(map);
  }

  @Test
  void aStopBeforeTheStartLeavesTheStart() {
    var control = new RunControl();
    control.stop();

    Projection map =
        Tsne.withSeed(1)
            .project(Clouds.classes(60, DIMENSION, 3, 1), DIMENSION, control, done -> {});

    assertThat(map.iterations()).isZero();
    assertThat(deviation(map.x())).isCloseTo(1e-4, within(1e-6));
  }

  @Test
  void perplexityIsCappedAndTold() {
    assertThat(project(Tsne.withSeed(1), Clouds.classes(16, DIMENSION, 2, 1)).perplexity())
        .isEqualTo(5);
    assertThat(project(Tsne.withSeed(1), Clouds.classes(7, DIMENSION, 2, 1)).perplexity())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 20, 300})
  void equalImagesGiveFiniteMaps(int n) {
    var same = new float[n * DIMENSION];
    Arrays.fill(same, 1);
    var dead = new float[n * DIMENSION];
    float[] half = Clouds.classes(n, DIMENSION, 3, 1);
    Arrays.fill(half, 0, n / 2 * DIMENSION, 0.5f);
    float[] doubled = Clouds.classes(n, DIMENSION, 3, 1);
    System.arraycopy(doubled, 0, doubled, n / 2 * DIMENSION, n / 2 * DIMENSION);

    for (float[] features : List.of(same, dead, half, doubled)) {
      Projection map = project(Tsne.withSeed(1), features);

      assertFinite(map);
      assertThat(deviation(map.x())).isLessThan(1e3);
    }
  }

  @Test
  void oneFeatureIsEnough() {
    var features = new float[40];
    for (int i = 0; i < 40; i++) {
      features[i] = i % 2 == 0 ? 1 : -1;
    }

    assertFinite(Tsne.withSeed(1).project(features, 1, new RunControl(), done -> {}));
  }

  @Test
  void anArrangementKeepsItsSides() {
    int n = 450;
    float[] features = Clouds.classes(n, DIMENSION, 3, 1);
    double[] x = IntStream.range(0, n).mapToDouble(i -> new double[] {0, 2, 1}[i % 3]).toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> i % 3 == 2 ? 1.7 : 0).toArray();

    Projection map = project(Tsne.withSeed(1).from(new TsneStart.Arrangement(x, y)), features);

    // Class 1 lies to the right of class 0, class 2 above both.
    assertThat(classMean(map.x(), 1)).isGreaterThan(classMean(map.x(), 0) + 1);
    assertThat(classMean(map.y(), 2))
        .isGreaterThan(1 + Math.max(classMean(map.y(), 0), classMean(map.y(), 1)));
  }

  @Test
  void aContinuationOfAFinishedMapHardlyMoves() {
    float[] features = Clouds.classes(300, DIMENSION, 3, 1);
    Projection map = project(Tsne.withSeed(1), features);

    Projection next =
        project(new Tsne(1, 30, 200, new TsneStart.Continuation(map.x(), map.y())), features);

    Projection other = project(new Tsne(2, 30, 1000, new TsneStart.Cloud()), features);
    assertThat(Procrustes.of(next, map, false).residual()).isLessThan(0.2 * deviation(map.x()));
    assertThat(Procrustes.of(other, map, false).residual())
        .isGreaterThan(2 * Procrustes.of(next, map, false).residual());
  }

  @Test
  void anErrorOfTheListenerPassesThrough() {
    assertThatThrownBy(() ->
            Tsne.withSeed(1)
                .project(
                    Clouds.classes(30, DIMENSION, 3, 1),
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
    var start = new TsneStart.Principal();
    assertThatThrownBy(() -> new Tsne(1, 1, 250, start)).hasMessageContaining("perplexity");
    assertThatThrownBy(() -> new Tsne(1, 30, 0, start)).hasMessageContaining("iterations");
    assertThatThrownBy(() -> project(Tsne.withSeed(1), new float[6 * DIMENSION]))
        .hasMessageContaining("at least 7 images, got 6");
    assertThatThrownBy(() ->
            project(
                Tsne.withSeed(1).from(new TsneStart.Arrangement(new double[9], new double[9])),
                new float[8 * DIMENSION]))
        .hasMessageContaining("9 points does not fit");
    assertThatThrownBy(
            () -> new TsneStart.Continuation(new double[] {Double.NaN}, new double[] {1}))
        .hasMessageContaining("finite");
  }

  private static Projection project(Tsne tsne, float[] features) {
    return tsne.project(features, DIMENSION, new RunControl(), done -> {});
  }

  private static void assertFinite(Projection map) {
    assertThat(Arrays.stream(map.x()).allMatch(Double::isFinite)).isTrue();
    assertThat(Arrays.stream(map.y()).allMatch(Double::isFinite)).isTrue();
    assertThat(map.measures()).allMatch(measure -> Double.isFinite(measure.value()));
  }

  private static double distance(Projection map, int i, int j) {
    return Math.hypot(map.x()[i] - map.x()[j], map.y()[i] - map.y()[j]);
  }

  private static double classMean(double[] x, int each) {
    return IntStream.range(0, x.length)
        .filter(i -> i % 3 == each)
        .mapToDouble(i -> x[i])
        .average()
        .orElseThrow();
  }

  private static double deviation(double[] x) {
    double mean = Arrays.stream(x).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(x).map(value -> (value - mean) * (value - mean)).average().orElseThrow());
  }
}
