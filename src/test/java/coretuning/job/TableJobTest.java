package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.report.ResultTable;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.result.TableOutcome;
import coretuning.spec.DataSpec;
import coretuning.spec.Metric;
import coretuning.spec.Selection;
import coretuning.spec.TableData;
import coretuning.spec.TableRun;
import coretuning.spec.TableSpec;
import coretuning.store.RunFolder;
import coretuning.store.TableFolder;
import coretuning.testing.TinyData;
import coretuning.testing.TinyTable;
import coretuning.transform.Batch;
import coretuning.transform.BatchIterator;
import coretuning.transform.BatchLoader;
import coretuning.transform.BatchPlan;
import coretuning.transform.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableJobTest {
  private static final TableSpec SPEC = TinyTable.spec(2, Selection.BEST_VALIDATION_EPOCH);
  private static final int STEPS = 4 * 2 * 5;

  @TempDir Path folder;
  private final List<RunEvent> events = new ArrayList<>();

  private TableFolder table(String name) {
    return TableFolder.of(folder.resolve(name), SPEC);
  }

  private TableJob job(TableFolder table) {
    return new TableJob(table, folder.resolve("cache"));
  }

  private TableFolder whole() {
    TableFolder whole = table("whole");
    assertThat(job(whole).run(new RunControl(), events::add)).isTrue();
    return whole;
  }

  private static void assertSame(TableFolder actual, TableFolder expected) throws Exception {
    assertThat(ResultTable.of(SPEC, actual.outcomes()).csv())
        .isEqualTo(ResultTable.of(SPEC, expected.outcomes()).csv());
    assertThat(ResultTable.of(SPEC, actual.outcomes()).markdown())
        .isEqualTo(ResultTable.of(SPEC, expected.outcomes()).markdown());
    for (TableRun run : SPEC.runs()) {
      RunFolder one = actual.folder(run).orElseThrow();
      RunFolder other = expected.folder(run).orElseThrow();
      assertThat(one.state()).isEqualTo(RunState.FINISHED);
      for (Path file : List.of(one.checkpoint(), one.weights())) {
        Path same = other.path().resolve(one.path().relativize(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(same));
      }
    }
  }

  @Test
  void aTableStoppedAnywhereIsTheSameInTheEnd() throws Exception {
    TableFolder whole = whole();
    assertThat(whole.outcomes()).extracting(TableOutcome::state).containsOnly(RunState.FINISHED);
    TableFolder stopped = table("stopped");
    int steps = 0;
    // Stops in the first run, between its epochs, and in the third.
    for (int stopAfter : new int[] {3, 2, 17}) {
      var control = new RunControl();
      var count = new int[1];
      assertThat(
              job(stopped)
                  .run(
                      control,
                      event -> {
                        if (event instanceof RunEvent.StepDone && ++count[0] == stopAfter) {
                          control.stop();
                        }
                      }))
          .isFalse();
      steps += count[0];
    }
    assertThat(stopped.outcomes())
        .extracting(TableOutcome::state)
        .containsExactly(RunState.FINISHED, RunState.FINISHED, RunState.STOPPED, RunState.QUEUED);

    var rest = new int[1];
    assertThat(
            job(stopped)
                .run(
                    new RunControl(),
                    event -> rest[0] += event instanceof RunEvent.StepDone ? 1 : 0))
        .isTrue();

    assertThat(steps + rest[0]).as("nothing is learnt twice").isEqualTo(STEPS);
    assertSame(stopped, whole);
  }

  @Test
  void aKilledTableIsTheSameInTheEnd() throws Exception {
    Path killed = folder.resolve("killed");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledTable.class.getName(),
                killed.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    awaitSteps(killed, child);
    child.destroyForcibly().waitFor();
    TableFolder left = table("killed");
    assertThat(left.outcomes())
        .extracting(TableOutcome::state)
        .containsExactly(RunState.FINISHED, RunState.STOPPED, RunState.QUEUED, RunState.QUEUED);

    assertThat(job(left).run(new RunControl(), event -> {})).isTrue();

    assertSame(left, whole());
  }

  /// What the child process runs: a table that dawdles in its second run.
  public static final class KilledTable {
    private KilledTable() {}

    public static void main(String[] arguments) {
      Path path = Path.of(arguments[0]);
      new TableJob(TableFolder.of(path, SPEC), path.resolveSibling("cache"))
          .run(
              new RunControl(),
              event -> {
                if (event instanceof RunEvent.StepDone && event.run().contains("core")) {
                  dawdle();
                }
              });
    }

    private static void dawdle() {
      try {
        Thread.sleep(250);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Until the second run is in its second epoch.
  private void awaitSteps(Path killed, Process child) throws Exception {
    TableRun second = SPEC.runs().get(1);
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (System.nanoTime() < deadline && child.isAlive()) {
      if (TableFolder.isTable(killed)
          && TableFolder.open(killed)
              .folder(second)
              .filter(run -> Files.exists(run.checkpoint()) && run.steps().size() >= 7)
              .isPresent()) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError(Files.readString(folder.resolve("child.log")));
  }

  @Test
  void aRunThatFailsIsRecordedAndTheOthersGoOn() {
    TableSpec spec =
        TinyTable.with(
            SPEC,
            List.of(
                new TableData("gone", gone(), Metric.TOP1),
                new TableData("tiny", TinyData.data(), Metric.TOP1)));
    TableFolder table = TableFolder.of(folder.resolve("failing"), spec);

    assertThatThrownBy(() -> job(table).run(new RunControl(), events::add))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(
            "4 of the table's 8 runs failed, the first because there is no such folder")
        .hasMessageContaining("start the table again");

    List<TableOutcome> outcomes = table.outcomes();
    assertThat(outcomes.subList(0, 4))
        .allSatisfy(each -> {
          assertThat(each.state()).isEqualTo(RunState.FAILED);
          assertThat(each.problem().map(Problem::where)).contains(gone().root());
        });
    assertThat(outcomes.subList(4, 8))
        .extracting(TableOutcome::state)
        .containsOnly(RunState.FINISHED);
    assertThat(events)
        .filteredOn(event ->
            event instanceof RunEvent.StateChanged changed && changed.state() == RunState.FAILED)
        .hasSize(4);
    assertThat(ResultTable.of(spec, outcomes).text()).containsPattern("CE-tuning +failed");
  }

  private static DataSpec gone() {
    DataSpec tiny = TinyData.data();
    return new DataSpec(
        tiny.format(),
        "no/such/folder",
        tiny.imageSize(),
        tiny.validationShare(),
        1,
        tiny.mean(),
        tiny.deviation());
  }

  @Test
  void progressIsThatOfTheWholeTableAndNoMapsAreDrawn() {
    TableFolder table = whole();

    List<RunEvent.Progress> progress =
        events.stream()
            .filter(RunEvent.Progress.class::isInstance)
            .map(RunEvent.Progress.class::cast)
            .toList();
    assertThat(progress).hasSize(STEPS);
    assertThat(progress.getFirst().doing()).isEqualTo("run 1 of 4, epoch 1 of 2");
    assertThat(progress.getLast().doing()).isEqualTo("run 4 of 4, epoch 2 of 2");
    assertThat(progress).extracting(RunEvent.Progress::done).isSorted();
    assertThat(progress.getLast().done()).isEqualTo(progress.getLast().total());
    assertThat(progress.get(STEPS / 2 - 1).done()).isEqualTo(progress.getLast().total() / 2);
    assertThat(progress).allSatisfy(each -> assertThat(each.secondsLeft()).isNotNegative());
    for (TableRun run : SPEC.runs()) {
      assertThat(table.folder(run).orElseThrow().projection(2)).isEmpty();
    }
    events.clear();
    assertThat(job(table).run(new RunControl(), events::add)).isTrue();
    assertThat(events).as("a finished table has nothing to do").isEmpty();
  }

  @Test
  void everyVariantSeesTheSameBatchesAndTheFirstViewWhateverItsNumberOfViews() {
    RunData ce = RunData.open(SPEC.experiment(SPEC.runs().get(0)), folder.resolve("cache"));
    RunData core = RunData.open(SPEC.experiment(SPEC.runs().get(1)), folder.resolve("cache"));

    assertThat(ce.split().train()).isEqualTo(core.split().train());
    List<Batch> left = epoch(ce, 1);
    List<Batch> right = epoch(core, 2);
    assertThat(left).hasSize(5);
    for (int i = 0; i < left.size(); i++) {
      assertThat(left.get(i).ids()).isEqualTo(right.get(i).ids());
      assertThat(left.get(i).views().getFirst()).isEqualTo(right.get(i).views().getFirst());
    }
  }

  private static List<Batch> epoch(RunData data, int views) {
    var loader =
        new BatchLoader(
            data.dataset(),
            data.split().train(),
            Pipeline.of(SPEC.base().train().augmentation(), SPEC.base().data()),
            BatchPlan.training(8, views, 3, 2));
    var batches = new ArrayList<Batch>();
    try (BatchIterator iterator = loader.iterator(1, 0)) {
      iterator.forEachRemaining(batches::add);
    }
    return batches;
  }

  @Test
  void aTableThatAnotherProgramWorksOnIsLeftAlone() {
    TableFolder table = table("busy");
    // This very process, which is alive, says that it is at work.
    table.folderOrNew(SPEC.runs().get(2)).writeState(RunState.RUNNING, Optional.empty());

    assertThatThrownBy(() -> job(table).run(new RunControl(), events::add))
        .hasMessageStartingWith("another program is working on this table");
    assertThat(events).isEmpty();
  }
}
