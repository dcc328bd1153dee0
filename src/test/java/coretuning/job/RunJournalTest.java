package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.result.Provenance;
import coretuning.result.RunState;
import coretuning.spec.SamplePreset;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJournalTest {
  @TempDir private Path store;
  private RunFolder folder;
  private RunJournal journal;

  @BeforeEach
  void begin() {
    folder = new RunStore(store).create(SamplePreset.experiment());
    journal = new RunJournal(folder, event -> {});
    journal.keep(() -> provenance("data", "weights"), () -> false);
  }

  private static Provenance provenance(String dataHash, String weightsHash) {
    return new Provenance(
        "0", "engine", "cpu", "reason", "25", "os", dataHash, weightsHash, "all", 1, "now");
  }

  @Test
  void aRunGoesOnWithTheSameImagesAndWeights() {
    assertThat(journal.keep(() -> provenance("data", "weights"), () -> true)).isTrue();
    assertThat(folder.state()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void changedImagesEndTheResumedRunBeforeItLearns() {
    assertThatThrownBy(
            () -> journal.keep(() -> provenance("other", "weights"), RunJournalTest::learnt))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the images or labels have changed since the run began")
        .hasMessageContaining("sample-data");
    assertThat(folder.state()).isEqualTo(RunState.FAILED);
    assertThat(folder.provenance().orElseThrow().dataHash()).isEqualTo("data");
  }

  @Test
  void changedInitialWeightsDoToo() {
    assertThatThrownBy(
            () -> journal.keep(() -> provenance("data", "other"), RunJournalTest::learnt))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("initial weights has changed");
  }

  private static boolean learnt() {
    throw new AssertionError("the run went on");
  }
}
