package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Ancestor;
import coretuning.result.RunState;
import coretuning.spec.SamplePreset;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
  @TempDir Path folder;
  private RunStore store;
  private String first;
  private String second;

  @BeforeEach
  void store() {
    store = new RunStore(folder.resolve("runs"));
    first = stored(1);
    second = stored(2);
  }

  private String stored(long seed) {
    RunFolder run = store.create(SamplePreset.experiment().withSeed(seed));
    run.writeState(RunState.FINISHED, Optional.empty());
    return run.id();
  }

  private Outcome runs(String... options) {
    var words = new ArrayList<>(List.of("runs", store.root().toString()));
    words.addAll(Arrays.asList(options));
    return Outcome.of(words.toArray(String[]::new));
  }

  @Test
  void tagsAndNotesAreKeptShownAndSearched() {
    assertThat(runs().good().out()).contains(first, second).doesNotContain("tags", "notes");
    assertThat(runs("--note-on", first, "--tags", "baseline, to keep").good().out())
        .contains("tags baseline, to keep");
    runs("--note-on", first, "--notes", "loss explodes\nat step 7").good();

    String listed = runs().good().out();
    assertThat(listed.lines().findFirst().orElseThrow()).contains("tags", "notes");
    assertThat(listed).contains("baseline, to keep", "loss explodes…");
    assertThat(runs("--tag", "to keep").good().out()).contains(first).doesNotContain(second);
    assertThat(runs("--filter", "seed:2 finished").good().out())
        .contains(second)
        .doesNotContain(first);
    assertThat(runs("--tag", "none").good().out()).contains("no run of 2 matches");
    assertThat(runs("--note-on", first, "--tags", "").good().out()).contains("no tags; loss");
    assertThat(runs("--note-on", first).error()).contains("needs --tags or --notes");
  }

  @Test
  void aRunThrownAwayComesBack() {
    assertThat(runs("--trash", first).good().out()).contains("moved to the trash: " + first);
    assertThat(runs().good().out()).doesNotContain(first).contains(second);
    assertThat(runs("--trash", first).error()).contains("there is no such run");
    assertThat(runs("--restore", first).good().out()).contains(first);
    assertThat(runs().good().out()).contains(first);
  }

  @Test
  void theTrashIsEmptiedByWordOnly() {
    runs("--trash", first).good();
    assertThat(runs("--empty-trash").error()).contains("the trash holds 1 run", "--yes");
    assertThat(store.trash().list()).hasSize(1);
    assertThat(runs("--empty-trash", "--yes").good().out()).contains("deleted for good: 1 run");
    assertThat(store.trash().list()).isEmpty();
    assertThat(runs("--empty-trash").good().out()).contains("the trash is empty");
  }

  @Test
  void whoDependsOnARunIsNamedWhenItGoes() throws IOException {
    store.open(second).write(new Ancestor(first, "MoCo-v2", 8, "ab", "cd"));
    Files.writeString(folder.resolve("table.json"), "{}");
    assertThat(runs("--trash", first).good().out())
        .contains("note: " + second + " takes its backbone from it")
        .contains("note: the table " + folder.toAbsolutePath() + " will run it again");
  }

  @Test
  void oneThingIsChangedAtATime() {
    assertThat(runs("--trash", first, "--restore", second).error()).contains("mutually exclusive");
    assertThat(store.list()).hasSize(2);
  }

  @Test
  void damagedRemarksAreAWarningBesideTheList() throws IOException {
    Files.writeString(store.open(first).path().resolve("remarks.json"), "{");
    Outcome listed = runs().good();
    assertThat(listed.out()).contains(first);
    assertThat(listed.err()).contains("warning: ", "remarks.json");
  }
}
