package coretuning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Ancestor;
import coretuning.result.Problem;
import coretuning.result.Remarks;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T15:12:33.250Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private RunStore store;
  private Trash trash;

  @BeforeEach
  void open() {
    store = new RunStore(folder.resolve("runs"), NOON);
    trash = store.trash();
  }

  private RunFolder stored(RunState state) {
    RunFolder run = store.create(Samples.experiment());
    run.append(Samples.epoch(1));
    run.writeState(state, Optional.empty());
    return run;
  }

  @Test
  void aRunThrownAwayIsNoLongerListedAndComesBackAsItWas() throws IOException {
    RunFolder run = stored(RunState.FINISHED);
    RemarksFile.write(run.path(), new Remarks(List.of("good"), "keep"));
    byte[] epochs = Files.readAllBytes(run.path().resolve("epochs.jsonl"));

    Trashed entry = trash.take(run.id());

    assertThat(store.list()).isEmpty();
    assertThat(run.path()).doesNotExist();
    assertThat(folder.resolve("runs/.trash/20261123-151233-250-" + run.id())).isDirectory();
    assertThat(trash.list()).containsExactly(entry);
    assertThat(trash.restore(entry)).isEqualTo(run.path());
    assertThat(trash.list()).isEmpty();
    assertThat(run.path().resolve("epochs.jsonl")).hasBinaryContent(epochs);
    assertThat(store.list()).extracting(RunSummary::remarks).containsExactly(remarks());
  }

  private static Remarks remarks() {
    return new Remarks(List.of("good"), "keep");
  }

  @Test
  void aRunThatAProgramWorksOnStays() {
    for (RunState state : List.of(RunState.QUEUED, RunState.RUNNING, RunState.PAUSED)) {
      RunFolder run = stored(state);
      assertThatThrownBy(() -> trash.take(run.id()))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("a program works on this run")
          .hasMessageContaining(run.id());
      assertThat(run.path()).isDirectory();
    }
    assertThat(trash.list()).isEmpty();
  }

  @Test
  void aDamagedFolderCanGoAndComeBack() throws IOException {
    RunFolder run = stored(RunState.FINISHED);
    Files.writeString(run.path().resolve("state.json"), "{");
    trash.take(run.id());
    assertThat(store.list()).isEmpty();
    assertThat(trash.restore(run.id())).isDirectory();
  }

  @Test
  void theNewestOfTheSameNameComesBackAndOnlyToAFreePlace() {
    RunFolder first = stored(RunState.FINISHED);
    String id = first.id();
    trash.take(id);
    RunFolder second = stored(RunState.STOPPED);
    assertThat(second.id()).isEqualTo(id);
    assertThatThrownBy(() -> trash.restore(id))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("another run has taken its place");
    trash.take(id);
    assertThat(trash.list()).hasSize(2);
    trash.restore(id);
    assertThat(store.open(id).state()).isEqualTo(RunState.STOPPED);
    assertThat(trash.list()).extracting(Trashed::run).containsExactly(id);
  }

  @Test
  void whatIsNotThereCannotGoOrComeBack() {
    RunFolder run = stored(RunState.FINISHED);
    assertThatThrownBy(() -> trash.take("none")).isInstanceOf(Problem.class);
    for (String id : List.of("", "..", "../runs", ".trash", "/etc")) {
      assertThatThrownBy(() -> trash.take(id)).as(id).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> trash.restore("none")).hasMessageContaining("it is empty");
    trash.take(run.id());
    assertThatThrownBy(() -> trash.restore("none")).hasMessageContaining("it holds " + run.id());
  }

  @Test
  void emptyingSaysFirstWhatItWillDeleteAndLeavesTheRunsAlone() throws IOException {
    assertThat(trash.content()).isEqualTo(new Trash.Content(0, 0));
    assertThat(trash.empty()).isZero();
    RunFolder kept = stored(RunState.FINISHED);
    RunFolder gone = stored(RunState.FINISHED);
    Files.writeString(gone.path().resolve("extra.bin"), "x".repeat(5000));
    Path elsewhere = Files.writeString(folder.resolve("elsewhere.txt"), "stays");
    Files.createSymbolicLink(gone.path().resolve("link"), elsewhere);
    trash.take(gone.id());

    assertThat(trash.content().runs()).isEqualTo(1);
    assertThat(trash.content().bytes()).isGreaterThan(5000).isLessThan(20_000);
    assertThat(trash.empty()).isEqualTo(1);

    assertThat(trash.list()).isEmpty();
    assertThat(trash.content()).isEqualTo(new Trash.Content(0, 0));
    assertThat(kept.path()).isDirectory();
    assertThat(elsewhere).hasContent("stays");
  }

  @Test
  void whoDescendsFromARunIsKnownByName() {
    RunFolder child = stored(RunState.FINISHED);
    child.write(new Ancestor("moco-7", "MoCo-v2", 8, "ab", "cd"));
    stored(RunState.FINISHED);
    assertThat(store.descendants("moco-7")).containsExactly(child.id());
    assertThat(store.descendants(child.id())).isEmpty();
  }

  @Test
  void namesOfFoldersThatTheProgramDidNotGiveAreLeftOut() throws IOException {
    for (String name : List.of("x", "20261123-151233-250", "20269923-151233-250-run", "a-b-c")) {
      Files.createDirectories(store.root().resolve(".trash").resolve(name));
    }
    assertThat(trash.list()).isEmpty();
    assertThat(trash.content().runs()).isEqualTo(4);
  }
}
