package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.analysis.map.Procrustes;
import coretuning.result.Embedding;
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
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignedMapsJobTest {
  private static final int N = 60;
  private static final int DIMENSION = 4;

  @TempDir Path folder;
  private RunFolder first;
  private RunFolder second;
  private final List<RunEvent> events = new ArrayList<>();

  @BeforeEach
  void create() {
    var store = new RunStore(folder);
    first = store.create(TinyData.experiment(new MethodSpec.CeTuning(), 1));
    second = store.create(TinyData.experiment(MethodSpec.CoreTuning.defaults(), 1));
  }

  /// Three clusters; later epochs are tighter, runs differ a little.
  private static Embedding embedding(int epoch, double shake) {
    var random = new Random(1);
    float[] features = new float[N * DIMENSION];
    for (int i = 0; i < features.length; i++) {
      int label = i / DIMENSION % 3;
      double centre = i % DIMENSION == label ? 3 : 0;
      features[i] =
          (float) (centre + (1 + shake * Math.cos(i)) * random.nextGaussian() / (1 + epoch));
    }
    return new Embedding(
        epoch,
        Part.TEST,
        IntStream.range(0, N).toArray(),
        new int[N],
        new int[N],
        new float[N],
        DIMENSION,
        features);
  }

  private AlignedMapsJob job() {
    return new AlignedMapsJob(
        List.of(
            new AlignedMapsJob.Course(first, List.of(embedding(0, 0), embedding(2, 0))),
            new AlignedMapsJob.Course(second, List.of(embedding(0, 0), embedding(2, 0.3)))));
  }

  @Test
  void everyEpochOfEveryRunIsMappedAndKept() {
    assertThat(job().run(new RunControl(), events::add)).isTrue();
    for (RunFolder run : List.of(first, second)) {
      assertThat(run.projection(0)).isPresent();
      assertThat(run.projection(2)).isPresent();
    }
    assertThat(events.stream().filter(RunEvent.Projected.class::isInstance)).hasSize(4);
    assertThat(job().title()).isEqualTo("t-SNE maps of 4 epochs of 2 runs");
  }

  @Test
  void theCommonStartIsOneMapAndLaterMapsLieOverIt() {
    job().run(new RunControl(), events::add);
    Projection start = first.projection(0).orElseThrow();
    assertThat(second.projection(0).orElseThrow().x()).isEqualTo(start.x());
    for (RunFolder run : List.of(first, second)) {
      Projection later = run.projection(2).orElseThrow();
      Procrustes left = Procrustes.of(later, start, false);
      assertThat(left.mirrored()).isFalse();
      assertThat(left.cosine()).as("nothing is left to turn").isGreaterThan(1 - 1e-6);
    }
  }

  @Test
  void aStopEndsItBeforeTheNextMap() {
    var control = new RunControl();
    control.stop();
    assertThat(job().run(control, events::add)).isFalse();
    assertThat(first.projection(0)).isEmpty();
  }

  @Test
  void withoutRunsThereIsNothingToMap() {
    assertThatThrownBy(() -> new AlignedMapsJob(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
