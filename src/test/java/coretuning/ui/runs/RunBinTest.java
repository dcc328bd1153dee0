package coretuning.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.job.JobQueue;
import coretuning.result.Ancestor;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import coretuning.ui.FakeRun;
import coretuning.ui.Specs;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.Messages;
import coretuning.ui.support.StatusLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunBinTest {
  @TempDir Path folder;
  private final JobQueue queue = new JobQueue();
  private final Comparison comparison = new Comparison();
  private final StatusLine status = new StatusLine();
  private final List<String> asked = new ArrayList<>();
  private RunStore store;
  private RunBin bin;

  @BeforeEach
  void build() {
    store = new RunStore(folder);
    var desk = new JobDesk(queue, comparison, status, Runnable::run, Runnable::run);
    bin =
        new RunBin(
            new RunBin.Place(store, comparison, desk),
            new Background(Runnable::run, Runnable::run),
            status,
            Messages.ofProgram());
  }

  @AfterEach
  void close() {
    queue.close();
  }

  private RunFolder stored(long seed, RunState state) {
    RunFolder run = store.create(Specs.coreTuning().withSeed(seed));
    run.writeState(state, Optional.empty());
    return run;
  }

  private RunSummary summary(RunFolder run) {
    return store.list().stream()
        .filter(each -> each.id().equals(run.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsThrownAwayLeavesTheDisplayAndNamesWhoDescendsFromIt() {
    RunFolder parent = stored(1, RunState.FINISHED);
    RunFolder child = stored(2, RunState.FINISHED);
    child.write(new Ancestor(parent.id(), "MoCo-v2", 8, "ab", "cd"));
    var fake = new FakeRun(parent.id(), Specs.coreTuning());
    comparison.accept(List.of(fake.started()));

    bin.throwAway(List.of(summary(parent)), () -> asked.add("refreshed"));

    assertThat(comparison.runs()).isEmpty();
    assertThat(parent.path()).doesNotExist();
    assertThat(asked).containsExactly("refreshed");
    assertThat(status.textProperty().get())
        .isEqualTo(
            parent.id()
                + " is in the trash. Note: "
                + child.id()
                + " takes its backbone from there.");
    bin.undo(() -> asked.add("again"));
    assertThat(parent.path()).isDirectory();
    assertThat(bin.thrownProperty().get()).isEmpty();
    assertThat(asked).containsExactly("refreshed", "again");
  }

  @Test
  void oneRunInUseKeepsAllOfThem() {
    RunFolder done = stored(1, RunState.FINISHED);
    RunFolder running = stored(2, RunState.RUNNING);
    bin.throwAway(List.of(summary(done), summary(running)), () -> asked.add("refreshed"));
    assertThat(done.path()).isDirectory();
    assertThat(asked).isEmpty();
    assertThat(status.textProperty().get()).startsWith(running.id() + " is in use");
  }

  @Test
  void whatWentBeforeARefusalCanBeHadBack() throws Exception {
    RunFolder first = stored(1, RunState.FINISHED);
    RunFolder second = stored(2, RunState.FINISHED);
    List<RunSummary> both = List.of(summary(first), summary(second));
    store.trash().take(second.id());
    bin.throwAway(both, () -> {});
    assertThat(status.errorProperty().get()).isTrue();
    assertThat(first.path()).doesNotExist();
    bin.undo(() -> {});
    assertThat(first.path()).isDirectory();
  }

  @Test
  void theTrashIsEmptiedWithConsentOnly() throws Exception {
    bin.empty(question -> asked.add(question));
    assertThat(status.textProperty().get()).isEqualTo("The trash is empty.");
    RunFolder run = stored(1, RunState.FINISHED);
    Files.writeString(run.path().resolve("big"), "x".repeat(3 << 20));
    bin.throwAway(List.of(summary(run)), () -> {});
    bin.empty(question -> {
      asked.add(question);
      return false;
    });
    assertThat(store.trash().list()).hasSize(1);
    assertThat(bin.thrownProperty().get()).isPresent();
    bin.empty(asked::add);
    assertThat(asked).containsExactly("1 run, 3.0 MiB", "1 run, 3.0 MiB");
    assertThat(store.trash().list()).isEmpty();
    assertThat(bin.thrownProperty().get()).isEmpty();
  }
}
