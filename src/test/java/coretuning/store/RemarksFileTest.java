package coretuning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.result.Remarks;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemarksFileTest {
  private static final Remarks REMARKS =
      new Remarks(List.of("baseline", "größer λ"), "Two lines,\n\"quoted\".");

  @TempDir Path folder;
  private RunStore store;
  private RunFolder run;

  @BeforeEach
  void create() {
    store = new RunStore(folder);
    run = store.create(Samples.experiment());
  }

  @Test
  void aRunWithoutTheFileHasNoRemarks() {
    assertThat(RemarksFile.read(run.path())).isEqualTo(Remarks.none());
    assertThat(store.list().getFirst().remarks()).isEqualTo(Remarks.none());
  }

  @Test
  void whatIsWrittenIsReadAndListed() {
    RemarksFile.write(run.path(), REMARKS);
    assertThat(RemarksFile.read(run.path())).isEqualTo(REMARKS);
    assertThat(store.list().getFirst().remarks()).isEqualTo(REMARKS);
    RemarksFile.write(run.path(), Remarks.none());
    assertThat(RemarksFile.read(run.path())).isEqualTo(Remarks.none());
  }

  @Test
  void aDamagedFileIsAProblemThatNamesItAndTheRunStaysListed() throws IOException {
    Path file = run.path().resolve("remarks.json");
    for (String broken : List.of("{", "", "{\"version\": 1, \"remarks\": {\"tags\": [\" a\"]}}")) {
      Files.writeString(file, broken);
      assertThatThrownBy(() -> RemarksFile.read(run.path()))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("remarks.json");
      RunSummary listed = store.list().getFirst();
      assertThat(listed.state()).isEqualTo(RunState.QUEUED);
      assertThat(listed.name()).isEqualTo("Core-tuning");
      assertThat(listed.remarks()).isEqualTo(Remarks.none());
      assertThat(listed.more().damage())
          .get()
          .extracting(Problem::where)
          .asString()
          .contains("remarks.json");
    }
  }

  @Test
  void remarksDoNotBringBackAFolderThatIsGone() {
    assertThatThrownBy(() -> RemarksFile.write(folder.resolve("gone"), REMARKS))
        .isInstanceOf(Problem.class);
    assertThat(folder.resolve("gone")).doesNotExist();
  }

  @Test
  void tagsAreKeptOnceAndMustBeWords() {
    assertThat(new Remarks(List.of("a", "b", "a"), "").tags()).containsExactly("a", "b");
    for (String wrong : List.of("", " ", " a", "a ", "a,b")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Remarks(List.of(wrong), ""))
          .withMessageContaining("tag");
    }
  }
}
