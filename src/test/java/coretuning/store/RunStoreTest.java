package coretuning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T15:12:33Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private RunStore store;

  @BeforeEach
  void open() {
    store = new RunStore(folder.resolve("runs"), NOON);
  }

  @Test
  void aStoreThatDoesNotExistYetIsEmpty() {
    assertThat(store.list()).isEmpty();
  }

  @Test
  void namesAreReadableAndClashesAreNumbered() {
    assertThat(store.create(Samples.experiment()).id())
        .isEqualTo("20261123-151233-core-tuning-seed1");
    assertThat(store.create(Samples.experiment()).id())
        .isEqualTo("20261123-151233-core-tuning-seed1-2");
    assertThat(store.create(Samples.pretraining()).id())
        .isEqualTo("20261123-151233-vorübung-moco-v2-seed9223372036854775807");
  }

  @Test
  void aCreatedRunIsOpenedByItsName() {
    RunFolder created = store.create(Samples.experiment());

    assertThat(store.open(created.id()).spec()).isEqualTo(Samples.experiment());
  }

  @Test
  void runsCreatedAtOnceGetDifferentFolders() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<String>> ids =
          IntStream.range(0, 20)
              .mapToObj(i -> threads.submit(() -> store.create(Samples.experiment()).id()))
              .toList();
      for (Future<String> id : ids) {
        assertThat(store.open(id.get()).state()).isEqualTo(RunState.QUEUED);
      }
    }

    assertThat(store.list()).hasSize(20).extracting(RunSummary::id).doesNotHaveDuplicates();
  }

  @Test
  void theNewestRunComesFirst() {
    RunFolder old = store.create(Samples.experiment());
    old.write(Samples.provenance());
    RunFolder young = store.create(Samples.experiment());

    // The older one says it started in 2026; the younger one was created now, by the real clock.
    assertThat(store.list().getLast().startedAt()).isEqualTo("2026-11-23T15:12:33.5Z");
    assertThat(store.list()).extracting(RunSummary::id).contains(old.id(), young.id());
  }

  @Test
  void brokenFoldersAppearAsFailed() throws IOException {
    RunFolder good = store.create(Samples.experiment());
    RunFolder future = store.create(Samples.experiment());
    Path spec = future.path().resolve("spec.json");
    Files.writeString(spec, Files.readString(spec).replace("\"version\" : 1", "\"version\" : 9"));
    Files.createDirectories(store.root().resolve("holiday-pictures"));
    RunFolder torn = store.create(Samples.experiment());
    Files.writeString(torn.path().resolve("state.json"), "{");
    Files.createDirectories(store.root().resolve(".hidden"));
    Files.writeString(store.root().resolve("notes.txt"), "a file is no run");

    List<RunSummary> runs = store.list();

    assertThat(runs).hasSize(4);
    assertThat(runs)
        .filteredOn(run -> run.state() == RunState.FAILED)
        .extracting(RunSummary::name)
        .containsExactlyInAnyOrder(future.id(), torn.id(), "holiday-pictures");
    assertThat(runs)
        .filteredOn(run -> run.state() == RunState.QUEUED)
        .extracting(RunSummary::id)
        .containsExactly(good.id());
  }

  @Test
  void listingWhileARunWritesSeesWholeRuns() throws Exception {
    RunFolder run = store.create(Samples.experiment());
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<?> writer =
          threads.submit(() -> {
            for (int i = 1; i <= 60; i++) {
              run.append(Samples.step(i));
              run.append(Samples.epoch(i));
              run.write(Samples.snapshot(i));
              run.writeState(RunState.RUNNING, java.util.Optional.empty());
              store.create(Samples.experiment());
            }
          });
      while (!writer.isDone()) {
        assertThat(store.list()).noneMatch(each -> each.state() == RunState.FAILED);
      }
      writer.get();
    }

    assertThat(store.list()).hasSize(61);
  }

  @Test
  void anUnwritableStoreIsAProblemAndLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    var blocked = new RunStore(file, NOON);

    assertThatThrownBy(() -> blocked.create(Samples.experiment()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("20261123-151233-core-tuning-seed1");
    assertThatThrownBy(blocked::list).isInstanceOf(Problem.class);
    assertThat(file).hasContent("x");
  }

  @Test
  void anIdNeverLeadsOutOfTheStore() {
    for (String id : List.of("../x", "/etc", "", "a/b", "..", ".hidden")) {
      assertThatThrownBy(() -> store.open(id)).as(id).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> store.open("none")).isInstanceOf(Problem.class);
  }

  @Test
  void aRunFromElsewhereIsAGuestToBeLookedAtOnly() {
    RunFolder foreign =
        new RunStore(folder.resolve("colleague"), NOON).create(Samples.experiment());

    RunFolder guest = store.admit(foreign.path());

    assertThat(guest.isReadOnly()).isTrue();
    assertThat(store.open(guest.id()).isReadOnly()).isTrue();
    assertThat(store.find(guest.id())).contains(foreign.path().toAbsolutePath());
    assertThat(store.list()).isEmpty();
    RunFolder own = store.create(Samples.pretraining());
    assertThat(store.admit(own.path()).isReadOnly()).isFalse();
    assertThat(store.open(own.id()).isReadOnly()).isFalse();
    assertThat(store.find("none")).isEmpty();
  }

  @Test
  void aGuestMustNotBeCalledAsARunOfTheStore() {
    RunFolder foreign =
        new RunStore(folder.resolve("colleague"), NOON).create(Samples.experiment());
    RunFolder own = store.create(Samples.experiment());
    assertThat(own.id()).isEqualTo(foreign.id());

    assertThatThrownBy(() -> store.admit(foreign.path()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("another run is called " + own.id());
    assertThatThrownBy(() -> store.admit(folder)).isInstanceOf(Problem.class);
  }

  @Test
  void aNameWithoutLettersStillMakesAFolder() {
    var odd =
        new coretuning.spec.Experiment(
            "/../",
            Samples.experiment().data(),
            Samples.experiment().backbone(),
            Samples.experiment().method(),
            Samples.experiment().train(),
            Samples.experiment().recording(),
            Samples.experiment().device(),
            -3);

    assertThat(store.create(odd).id()).isEqualTo("20261123-151233-run-seed-3");
  }
}
