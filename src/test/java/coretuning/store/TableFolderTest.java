package coretuning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.result.RunState;
import coretuning.result.TableOutcome;
import coretuning.spec.MethodSpec;
import coretuning.spec.Metric;
import coretuning.spec.Selection;
import coretuning.spec.TableData;
import coretuning.spec.TableRun;
import coretuning.spec.TableSpec;
import coretuning.spec.Variant;
import coretuning.testing.TinyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFolderTest {
  private static final TableSpec SPEC = TinyTable.spec(2, Selection.BEST_VALIDATION_EPOCH);

  @TempDir Path folder;

  private TableFolder table() {
    return TableFolder.of(folder.resolve("table"), SPEC);
  }

  @Test
  void theQuestionComesBack() throws IOException {
    table();

    assertThat(TableFolder.open(folder.resolve("table")).spec()).isEqualTo(SPEC);
    assertThat(Files.readString(folder.resolve("table/table.json")))
        .contains("\"title\" : \"tiny table\"")
        .contains("\"selection\" : \"BEST_VALIDATION_EPOCH\"")
        .contains("\"type\" : \"core-tuning\"");
  }

  @Test
  void aTableFromBeforeASettingExistedIsGoneOnWith() throws IOException {
    table();
    Path file = folder.resolve("table/table.json");
    String older =
        Files.readString(file)
            .replaceAll(",\\s*\"partialWeights\" : false", "")
            .replaceAll(",\\s*\"selection\" : \"BEST_VALIDATION_EPOCH\"", "");
    assertThat(older).doesNotContain("partialWeights", "selection");
    Files.writeString(file, older);

    TableSpec read = TableFolder.open(folder.resolve("table")).spec();

    assertThat(read.variants()).isEqualTo(SPEC.variants());
    assertThat(read.base().backbone()).isEqualTo(SPEC.base().backbone());
    assertThat(read.base().selection()).isEqualTo(Selection.LAST_EPOCH);
  }

  @Test
  void aMisspeltFieldIsRefused() throws IOException {
    table();
    Path file = folder.resolve("table/table.json");
    Files.writeString(file, Files.readString(file).replace("\"seeds\"", "\"seed\""));

    assertThatThrownBy(() -> TableFolder.open(folder.resolve("table")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("table.json");
  }

  @Test
  void anotherQuestionAndAForeignFolderAreRefused() throws IOException {
    table();
    TableSpec other = TinyTable.spec(3, Selection.LAST_EPOCH);

    assertThatThrownBy(() -> TableFolder.of(folder.resolve("table"), other))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("another table lies in this folder");
    assertThat(table().spec()).isEqualTo(SPEC);
    Path foreign = Files.createDirectories(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> TableFolder.of(foreign, SPEC))
        .hasMessageContaining("holds something that is no table");
    assertThatThrownBy(() -> TableFolder.of(foreign.resolve("notes.txt"), SPEC))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> TableFolder.open(foreign)).hasMessageContaining("no table lies in");
  }

  @Test
  void namesOfRunsFollowFromTheQuestionAlone() {
    TableFolder table = table();
    assertThat(SPEC.runs())
        .extracting(table::id)
        .containsExactly(
            "tiny-4-ce-tuning-seed3",
            "tiny-4-core-not-focal-seed3",
            "tiny-4-ce-tuning-seed4",
            "tiny-4-core-not-focal-seed4");
    TableRun first = SPEC.runs().getFirst();
    assertThat(table.run(table.id(first))).contains(first);
    assertThat(table.run("other")).isEmpty();
  }

  @Test
  void titlesThatDifferInSignsOnlyGetDifferentFolders() {
    var same =
        new TableSpec(
            "t",
            SPEC.base(),
            List.of(
                new Variant("a+b", new MethodSpec.CeTuning()),
                new Variant("a-b", new MethodSpec.CeTuning())),
            List.of(new TableData("d", SPEC.data().getFirst().data(), Metric.TOP1)),
            List.of(1.0),
            List.of(1L),
            "a+b");
    TableFolder table = TableFolder.of(folder.resolve("same"), same);

    assertThat(same.runs())
        .extracting(table::id)
        .containsExactly("d-100-a-b-seed1", "d-100-a-b-seed1-2");
  }

  @Test
  void whatARunHasComeToIsReadFromItsFolder() throws IOException {
    TableFolder table = table();
    TableRun first = SPEC.runs().getFirst();
    assertThat(table.outcomes()).extracting(TableOutcome::state).containsOnly(RunState.QUEUED);
    assertThat(table.folder(first)).isEmpty();

    RunFolder run = table.folderOrNew(first);
    assertThat(run.spec()).isEqualTo(SPEC.experiment(first));
    assertThat(table.folderOrNew(first).path()).isEqualTo(run.path());
    run.writeState(RunState.FAILED, Optional.of(new Problem("a", "b", "c")));
    assertThat(table.outcome(first).problem().orElseThrow()).hasMessage("a (b): c");

    TableRun second = SPEC.runs().get(1);
    SpecFile.write(run.path().resolve("spec.json"), SPEC.experiment(second));
    assertThat(table.outcome(first).state()).isEqualTo(RunState.FAILED);
    assertThat(table.outcome(first).problem().orElseThrow().what())
        .startsWith("the run was asked something else");
  }

  @Test
  void aRunFromBeforeSelectionExistedIsReadAsTheLastEpochs() throws IOException {
    Path file = folder.resolve("spec.json");
    SpecFile.write(file, Samples.experiment());
    String text = Files.readString(file);
    Files.writeString(file, text.replaceAll(",\\s*\"selection\" : \"LAST_EPOCH\"", ""));

    assertThat(Files.readString(file)).isNotEqualTo(text).doesNotContain("selection");
    assertThat(SpecFile.read(file)).isEqualTo(Samples.experiment());
  }
}
