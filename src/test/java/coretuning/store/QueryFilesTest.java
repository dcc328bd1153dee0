package coretuning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.result.QuerySnapshot;
import coretuning.result.QuerySnapshot.Memory;
import coretuning.result.QuerySnapshot.Mixes;
import coretuning.result.QuerySnapshot.Query;
import coretuning.safetensors.TensorFile;
import coretuning.testing.TinyData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryFilesTest {
  @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void create() {
    run = new RunStore(folder).create(TinyData.pretraining(4));
  }

  private static QuerySnapshot snapshot(int epoch) {
    var with =
        new Query(
            12,
            3,
            new float[] {0.6f, 0.8f},
            new float[] {1, 0},
            new Memory(new int[] {5, -1, 7}, new int[] {3, -1, 2}, new float[] {1, 0, 0, 1, 0, -1}),
            new Mixes(new int[] {2, -1}, new int[] {0, 1}, new double[] {0.25, 0.1}));
    var without =
        new Query(
            epoch,
            0,
            new float[] {0, 1},
            new float[] {0, 1},
            new Memory(new int[] {5}, new int[] {3}, new float[] {1, 0}),
            new Mixes(new int[0], new int[0], new double[0]));
    return new QuerySnapshot(epoch, 2, List.of(with, without));
  }

  @Test
  void whatWasWrittenIsRead() {
    run.write(snapshot(2));

    QuerySnapshot read = run.queries(2);

    assertThat(read).usingRecursiveComparison().isEqualTo(snapshot(2));
  }

  @Test
  void queriesAreNoSnapshotAndGoWithTheEpochsAfterACheckpoint() {
    run.write(snapshot(1));
    run.write(snapshot(2));
    run.write(snapshot(4));
    assertThat(run.snapshotEpochs()).isEmpty();
    assertThat(run.queryEpochs()).containsExactly(1, 2, 4);

    run.truncateAfter(10, 2);

    assertThat(run.queryEpochs()).containsExactly(1, 2);
  }

  @Test
  void aDamagedFileSaysWhatIsMissing() throws Exception {
    run.write(snapshot(3));
    Path file = run.path().resolve("snapshots/epoch-003-query.safetensors");
    var entries = new LinkedHashMap<>(TensorFile.read(file).entries());
    entries.remove("1.mix_share");
    new TensorFile(entries, Map.of()).write(file);

    assertThatThrownBy(() -> run.queries(3))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("1.mix_share");
    Files.delete(file);
    assertThat(run.queryEpochs()).isEmpty();
  }
}
