package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.LinearWeights;
import coretuning.result.Problem;
import coretuning.result.RunHeads;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.spec.SamplePreset;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsTest {
  @TempDir Path root;

  private RunFolder run() {
    return new RunStore(root).create(SamplePreset.experiment());
  }

  private static void write(RunFolder run, Map<String, Entry> entries, String epoch) {
    new TensorFile(new LinkedHashMap<>(entries), Map.of("epoch", epoch)).write(run.checkpoint());
  }

  @Test
  void aRunWithoutCheckpointHasNone() {
    assertThat(Heads.newest(run())).isEmpty();
  }

  @Test
  void theHeadsAreThoseOfTheNewestCheckpoint() {
    RunFolder run = run();
    Entry square = Entry.of(new float[] {1, 2, 3, 4}, 2, 2);
    Entry two = Entry.of(new float[] {5, 6}, 2);
    write(
        run,
        Map.of(
            "model.fc.weight", Entry.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2),
            "model.projection.0.weight", square,
            "model.projection.0.bias", two,
            "model.projection.2.weight", square,
            "model.projection.2.bias", two),
        "7");

    RunHeads heads = Heads.newest(run).orElseThrow();

    assertThat(heads.epoch()).isEqualTo(7);
    assertThat(heads.classifier().outputs()).isEqualTo(3);
    assertThat(heads.classifier().weight()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(heads.classifier().bias()).isEmpty();
    assertThat(heads.projection()).hasSize(2);
    assertThat(heads.projection().getLast().bias()).containsExactly(5, 6);
  }

  @Test
  void aHeadOfOneLayerIsNotTheTwoLayerOne() {
    RunFolder run = run();
    Entry square = Entry.of(new float[] {1, 2, 3, 4}, 2, 2);
    write(run, Map.of("model.fc.weight", square, "model.projection.weight", square), "1");

    assertThat(Heads.newest(run).map(RunHeads::projection).orElseThrow()).isEmpty();
  }

  @Test
  void aCheckpointWithoutClassifierOrEpochIsRefused() {
    RunFolder run = run();
    write(run, Map.of("model.conv1.weight", Entry.of(new float[] {1}, 1)), "1");
    assertThatThrownBy(() -> Heads.newest(run))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no classifier");

    write(run, Map.of("model.fc.weight", Entry.of(new float[] {1}, 1, 1)), "soon");
    assertThatThrownBy(() -> Heads.newest(run))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not tell its epoch");
  }

  @Test
  void aLayerWhoseNumbersDoNotFitIsRefused() {
    assertThatThrownBy(() -> new LinearWeights(2, 2, new float[3], new float[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 3");
    assertThatThrownBy(() -> new LinearWeights(2, 1, new float[2], new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 1");
  }
}
