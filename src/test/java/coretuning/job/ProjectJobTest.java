package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Embedding;
import coretuning.result.MapMeasure;
import coretuning.result.Part;
import coretuning.result.Projection;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.spec.MethodSpec;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import coretuning.testing.TinyData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectJobTest {
  private static final int N = 120;
  private static final int DIMENSION = 6;

  @TempDir Path folder;
  private RunFolder run;
  private final List<RunEvent> events = new ArrayList<>();

  @BeforeEach
  void create() {
    run = new RunStore(folder).create(TinyData.experiment(MethodSpec.CoreTuning.defaults(), 1));
  }

  @Test
  void theMapIsKeptWithItsMeasuresAndToldOnTheWay() {
    boolean done = new ProjectJob(run, embedding(N, 3)).run(new RunControl(), events::add);

    assertThat(done).isTrue();
    Projection map = run.projection(3).orElseThrow();
    assertThat(map.x()).hasSize(N);
    assertThat(map.measures())
        .extracting(MapMeasure::name)
        .containsExactly(
            "KL divergence",
            "trustworthiness (k = 10)",
            "continuity (k = 10)",
            "neighbours kept (k = 10)");
    assertThat(map.measures().get(1).value()).isBetween(0.8, 1.0);
    assertThat(events).hasAtLeastOneElementOfType(RunEvent.Progress.class);
    assertThat(events.stream().filter(RunEvent.MapMoved.class::isInstance)).hasSize(50);
    assertThat(events.getLast()).isInstanceOf(RunEvent.Projected.class);
  }

  @Test
  void theSameRunGivesTheSameMap() {
    new ProjectJob(run, embedding(N, 1)).run(new RunControl(), events::add);
    new ProjectJob(run, embedding(N, 2)).run(new RunControl(), events::add);

    assertThat(run.projection(2).orElseThrow().x())
        .containsExactly(run.projection(1).orElseThrow().x());
  }

  @Test
  void aMapIsLaidOverAnother() {
    new ProjectJob(run, embedding(N, 1)).run(new RunControl(), events::add);
    Projection first = run.projection(1).orElseThrow();
    // The first map turned by half, as another run could have it.
    Projection target =
        new Projection("t-SNE", 1, 30, 1000, negated(first.x()), negated(first.y()));

    new ProjectJob(run, embedding(N, 2), Optional.of(target)).run(new RunControl(), events::add);

    Projection second = run.projection(2).orElseThrow();
    assertThat(distance(second, target)).isLessThan(distance(second, first) / 2);
  }

  @Test
  void aStopLeavesNoMap() {
    var control = new RunControl();
    control.stop();

    assertThat(new ProjectJob(run, embedding(N, 1)).run(control, events::add)).isFalse();
    assertThat(run.projection(1)).isEmpty();
  }

  @Test
  void fewImagesGetAMapWithFewerNeighboursAndTooFewGetANote() {
    new ProjectJob(run, embedding(7, 1)).run(new RunControl(), events::add);
    new ProjectJob(run, embedding(6, 2)).run(new RunControl(), events::add);

    assertThat(run.projection(1).orElseThrow().measures())
        .extracting(MapMeasure::name)
        .contains("trustworthiness (k = 3)");
    assertThat(run.projection(2)).isEmpty();
    assertThat(events.getLast())
        .isEqualTo(new RunEvent.Note(run.id(), "too few images for a map: 6"));
  }

  @Test
  void aMapOfOtherImagesIsRefused() {
    var map = new Projection("t-SNE", 1, 30, 1000, new double[5], new double[5]);
    assertThatThrownBy(() -> new ProjectJob(run, embedding(N, 1), Optional.of(map)))
        .hasMessageContaining("5 points is not of the embedding's 120");
  }

  /// Four classes around axes of their own.
  private static Embedding embedding(int n, int epoch) {
    var random = new Random(1);
    var features = new float[n * DIMENSION];
    var labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 4;
      for (int d = 0; d < DIMENSION; d++) {
        features[i * DIMENSION + d] =
            (float) (0.3 * random.nextGaussian()) + (d == labels[i] ? 1 : 0);
      }
    }
    return new Embedding(
        epoch, Part.TEST, new int[n], labels, labels.clone(), new float[n], DIMENSION, features);
  }

  private static double[] negated(double[] values) {
    return java.util.Arrays.stream(values).map(value -> -value).toArray();
  }

  private static double distance(Projection a, Projection b) {
    double squares = 0;
    for (int i = 0; i < a.x().length; i++) {
      squares += Math.pow(a.x()[i] - b.x()[i], 2) + Math.pow(a.y()[i] - b.y()[i], 2);
    }
    return Math.sqrt(squares / a.x().length);
  }
}
