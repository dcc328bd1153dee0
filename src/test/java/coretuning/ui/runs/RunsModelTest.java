package coretuning.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.job.JobQueue;
import coretuning.result.Problem;
import coretuning.result.Remarks;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.store.RemarksFile;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.StatusLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsModelTest {
  @TempDir Path folder;
  private final JobQueue queue = new JobQueue();
  private final Comparison comparison = new Comparison();
  private final StatusLine status = new StatusLine();
  private final List<String> shown = new ArrayList<>();
  private RunStore store;
  private RunsModel model;

  @BeforeEach
  void build() {
    store = new RunStore(folder);
    var desk = new JobDesk(queue, comparison, status, Runnable::run, Runnable::run);
    model =
        new RunsModel(
            store,
            id -> {
              throw new AssertionError("nothing is resumed here");
            },
            comparison,
            desk,
            new Background(Runnable::run, Runnable::run),
            status);
  }

  @AfterEach
  void close() {
    queue.close();
  }

  private RunFolder stored(long seed) {
    return stored(store, seed);
  }

  private static RunFolder stored(RunStore store, long seed) {
    var spec = Specs.coreTuning().withSeed(seed);
    RunFolder run = store.create(spec);
    var fake = new FakeRun(run.id(), spec);
    run.write(((RunEvent.Started) fake.started()).provenance());
    run.append(((RunEvent.EpochDone) fake.epoch(1)).metrics());
    run.write(((RunEvent.SnapshotTaken) fake.snapshot(1)).snapshot());
    run.writeState(RunState.FINISHED, Optional.empty());
    return run;
  }

  private List<RunSummary> all() {
    model.refresh();
    return List.copyOf(model.runs());
  }

  @Test
  void aStoredRunComesOnDisplayWithEverythingItRecorded() {
    stored(1);
    model.open(all(), () -> shown.add("shown"));
    assertThat(shown).containsExactly("shown");
    var run = comparison.run(0).orElseThrow();
    assertThat(run.epochs()).hasSize(1);
    assertThat(run.newestWithPairs()).isPresent();
    assertThat(run.state()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void twoRunsTellWhereTheyDiffer() {
    stored(1);
    stored(2);
    var found = new ArrayList<Differences>();
    model.compareSpecs(all(), found::add);
    assertThat(found.getFirst().rows())
        .singleElement()
        .satisfies(each -> assertThat(each.setting()).isEqualTo("seed"));
  }

  @Test
  void aDamagedFolderIsOneLineAndLeavesTheDisplayAlone() throws IOException {
    RunFolder damaged = stored(1);
    Files.writeString(damaged.path().resolve("epochs.jsonl"), "{ this is no JSON }\n{}\n");
    model.open(all(), () -> shown.add("shown"));
    assertThat(shown).isEmpty();
    assertThat(comparison.runs()).isEmpty();
    assertThat(status.errorProperty().get()).isTrue();
    assertThat(status.textProperty().get())
        .doesNotContain("an error inside the program")
        .contains(" – ")
        .doesNotContain("\n");
  }

  @Test
  void aFolderWithoutASpecificationIsListedAsFailedAndOpensToOneLine() throws IOException {
    RunFolder damaged = stored(1);
    Files.delete(damaged.path().resolve("spec.json"));
    assertThat(all())
        .singleElement()
        .satisfies(run -> assertThat(run.state()).isEqualTo(RunState.FAILED));
    model.open(all(), () -> shown.add("shown"));
    assertThat(shown).isEmpty();
    assertThat(status.errorProperty().get()).isTrue();
    assertThat(status.textProperty().get()).doesNotContain("an error inside the program");
  }

  @Test
  void aRunThatNeverBeganIsOneLine() {
    store.create(Specs.coreTuning());
    model.open(all(), () -> shown.add("shown"));
    assertThat(status.textProperty().get()).contains("never began – start it again");
  }

  @Test
  void runsFromElsewhereJoinThoseOnDisplayAndWhatCannotBeReadIsNamed() throws IOException {
    RunFolder own = stored(1);
    Path elsewhere = Files.createTempDirectory(folder.getParent(), "elsewhere");
    RunFolder theirs = stored(new RunStore(elsewhere), 2);
    var refused = new ArrayList<Problem>();
    model.open(all(), () -> {});
    model.add(List.of(own.path(), theirs.path(), elsewhere.resolve("none")), refused::addAll);
    assertThat(comparison.runs()).extracting(LiveRun::id).containsExactly(own.id(), theirs.id());
    assertThat(refused)
        .singleElement()
        .satisfies(each -> assertThat(each.where()).endsWith("none"));
    assertThat(store.open(theirs.id()).isReadOnly()).isTrue();
  }

  @Test
  void wordsFilterTheListAndTagsAreGathered() {
    RunFolder tagged = stored(1);
    stored(2);
    RemarksFile.write(tagged.path(), new Remarks(List.of("b", "a"), ""));
    assertThat(all()).hasSize(2);
    assertThat(model.tags()).containsExactly("a", "b");
    model.filter("tag:a");
    assertThat(model.found()).extracting(RunSummary::id).containsExactly(tagged.id());
    model.filter("");
    assertThat(model.found()).hasSize(2);
  }

  @Test
  void aDropIsOfferedForRunsAndFoldersOfRunsOnly() throws IOException {
    RunFolder run = stored(1);
    for (long seed = 2; seed <= 5; seed++) {
      stored(seed);
    }
    var desk = new JobDesk(queue, comparison, status, Runnable::run, Runnable::run);
    var drop = new RunDrop(model, desk, status, Messages.ofProgram(), () -> shown.add("drop"));
    Path file = Files.writeString(folder.resolve("notes.txt"), "x");
    assertThat(drop.offer(List.of(file))).isEmpty();
    assertThat(drop.offer(List.of(folder.resolve("none")))).isEmpty();
    assertThat(drop.refusal(List.of(file))).startsWith("notes.txt is no run");
    assertThat(drop.offer(List.of(run.path()))).contains("Drop to put 1 run on display");
    assertThat(drop.offer(List.of(folder, file)))
        .contains("Drop to put the newest 4 of 5 runs on display");
    drop.take(List.of(folder));
    assertThat(comparison.runs()).hasSize(4).extracting(LiveRun::id).doesNotContain(run.id());
    assertThat(shown).containsExactly("drop");
  }
}
