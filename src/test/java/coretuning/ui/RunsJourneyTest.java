package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Remarks;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.store.RemarksFile;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a user does with runs that are done, found by what a user reads.
@ExtendWith(ApplicationExtension.class)
class RunsJourneyTest {
  @TempDir static Path folder;
  private OpenWindow window;
  private FakeLaboratory laboratory;
  private Journey journey;

  @Start
  void open(Stage shared) throws IOException {
    window = OpenWindow.in(Files.createTempDirectory(folder, "journey"));
    laboratory = window.laboratory();
    journey = window.journey();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private RunStore store() {
    return laboratory.equipment().store();
  }

  private static TableView<RunSummary> table(FxRobot robot) {
    return robot.lookup("#table").queryTableView();
  }

  private void choose(FxRobot robot, Predicate<RunSummary> wanted) {
    robot.interact(() -> {
      table(robot).getSelectionModel().clearSelection();
      table(robot).getItems().stream()
          .filter(wanted)
          .forEach(table(robot).getSelectionModel()::select);
    });
  }

  private static boolean isStopped(RunSummary run) {
    return run.state() == RunState.STOPPED;
  }

  @Test
  void aRunIsFoundTaggedDuplicatedThrownAwayAndHadBack(FxRobot robot) {
    robot.clickOn("Runs");
    journey.await(() -> journey.reads("3 of 3 runs"));

    journey.type(robot, "run-filter", "state:stopped");
    journey.await(() -> journey.reads("1 of 3 runs"));
    choose(robot, RunsJourneyTest::isStopped);
    RunFolder run = store().open(table(robot).getItems().getFirst().id());

    journey.type(robot, "run-tags", "to keep, baseline");
    robot.push(KeyCode.ENTER);
    journey.await(() -> journey.reads("Tags and notes of " + run.id() + " are kept."));
    journey.await(() -> journey.reads("to keep, baseline"));
    robot.interact(
        () -> robot.lookup("#run-notes").queryAs(TextArea.class).setText("stopped early"));
    // Looking at something else keeps what was typed.
    journey.type(robot, "run-filter", "tag:baseline");
    journey.await(() -> RemarksFile.read(run.path()).notes().equals("stopped early"));
    assertThat(RemarksFile.read(run.path()).tags()).containsExactly("to keep", "baseline");
    journey.await(() -> journey.reads("1 of 3 runs"));

    journey.type(robot, "seed", "99");
    choose(robot, RunsJourneyTest::isStopped);
    robot.clickOn("Duplicate and edit");
    journey.await(() ->
        journey.reads("The form holds what " + run.id() + " was asked: change it and run it."));
    assertThat(robot.lookup("#seed").queryTextInputControl().getText()).isEqualTo("2");

    robot.clickOn("Delete");
    journey.await(() -> journey.reads("0 of 2 runs"));
    assertThat(run.path()).doesNotExist();
    assertThat(journey.reads("No run matches")).isTrue();
    robot.clickOn("Undo");
    journey.await(() -> journey.reads("1 of 3 runs"));
    assertThat(run.path()).isDirectory();
    assertThat(journey.reads(run.id() + " is back.")).isTrue();
    assertThat(journey.reads("Undo")).isFalse();
  }

  @Test
  void runsOnDisplayLeaveItWhenTheyAreThrownAwayAndTheTrashIsEmptiedAfterAsking(FxRobot robot) {
    robot.clickOn("Runs");
    journey.await(() -> journey.reads("3 of 3 runs"));
    choose(robot, run -> run.state() == RunState.FINISHED);
    journey.await(() -> journey.reads("Settings that differ"));
    assertThat(journey.reads("Method")).isTrue();
    robot.clickOn("Copy as CSV");
    assertThat(WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()))
        .succeedsWithin(java.time.Duration.ofSeconds(10))
        .asString()
        .startsWith("Setting,")
        .contains("Method,CE-tuning,Core-tuning");
    robot.clickOn("Compare selected");
    journey.await(() -> journey.reads("Smoothing"));
    robot.clickOn("Runs");
    choose(robot, run -> run.state() == RunState.FINISHED);
    robot.clickOn("Delete");
    journey.await(() -> journey.reads("1 of 1 runs"));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    assertThat(journey.reads("No run on display")).isTrue();

    robot.clickOn("File").clickOn("Empty trash…");
    journey.await(() -> robot.lookup("Delete for good").tryQuery().isPresent());
    robot.clickOn("Delete for good");
    journey.await(() -> store().trash().list().isEmpty());
    journey.await(() -> !journey.reads("Undo"));
  }

  @Test
  void aRunThatIsInUseStaysAndSaysWhy(FxRobot robot) {
    RunFolder running = store().create(laboratory.defaults().withSeed(7));
    FakeLaboratory.fill(running, laboratory.defaults().withSeed(7), RunState.RUNNING);
    robot.clickOn("Runs");
    robot.clickOn("Refresh");
    journey.await(() -> journey.reads("4 of 4 runs"));
    choose(robot, run -> run.state() == RunState.RUNNING);
    robot.clickOn("Delete");
    assertThat(journey.reads(running.id() + " is in use: stop it before you delete it.")).isTrue();
    assertThat(running.path()).isDirectory();
  }

  @Test
  void foldersOfRunsAreOpenedByDroppingThemWhereverTheyLie(FxRobot robot) throws IOException {
    Path elsewhere = Files.createTempDirectory(folder, "colleague");
    var theirs = new RunStore(elsewhere.resolve("runs")).create(laboratory.defaults().withSeed(5));
    FakeLaboratory.fill(theirs, laboratory.defaults().withSeed(5), RunState.FINISHED);
    Path picture = Files.writeString(elsewhere.resolve("holiday.png"), "x");

    window.drop(List.of(picture));
    journey.await(() ->
        journey.reads(
            "holiday.png is no run: drop folders of runs here, data or weights on the form at the left."));
    window.drop(List.of(theirs.path()));
    journey.await(() -> journey.reads("On display: 1 run"));
    journey.await(() -> journey.reads("Smoothing"));
    // A folder of runs, beside what is there.
    window.drop(List.of(store().root()));
    journey.await(() -> journey.reads("On display: 3 runs"));
    assertThat(journey.reads("Core-tuning (seed 5)") || journey.reads("Core-tuning 1")).isTrue();
    assertThat(store().list()).hasSize(3);
  }

  @Test
  void theNextWindowBeginsWhereTheLastOneEnded(FxRobot robot) throws IOException {
    robot.clickOn("Runs");
    journey.await(() -> journey.reads("3 of 3 runs"));
    RunSummary shown =
        table(robot).getItems().stream()
            .filter(run -> run.method().equals("CE-tuning"))
            .findFirst()
            .orElseThrow();
    choose(robot, shown::equals);
    robot.clickOn("Open");
    journey.await(() -> journey.reads("Smoothing"));
    robot.clickOn("Confusion");
    journey.type(robot, "seed", "4711");
    quit(robot);

    OpenWindow next = again(robot);
    next.journey()
        .await(() -> next.journey().reads("The runs of the last session are on display again."));
    assertThat(next.journey().reads("Most frequent mistakes")).isTrue();
    assertThat(text(next, "#seed")).isEqualTo("4711");
    robot.interact(() -> Screenshots.press(next.stage(), KeyCode.Q));
    store().trash().take(shown.id());

    OpenWindow last = again(robot);
    last.journey()
        .await(
            () -> last.journey().reads("No longer there, so not on display again: " + shown.id()));
    assertThat(text(last, "#seed")).isEqualTo("4711");
    robot.interact(() -> last.stage().close());
  }

  /// Not by the keyboard: the window would be gone before it hears that Control is released.
  private void quit(FxRobot robot) {
    robot.interact(() -> Screenshots.press(window.stage(), KeyCode.Q));
  }

  private OpenWindow again(FxRobot robot) {
    var opened = new OpenWindow[1];
    robot.interact(() -> opened[0] = window.again());
    return opened[0];
  }

  private static String text(OpenWindow window, String field) {
    return ((javafx.scene.control.TextField) window.stage().getScene().lookup(field)).getText();
  }

  @Test
  void remarksThatAreStillBeingTypedSurviveTheEnd(FxRobot robot) {
    robot.clickOn("Runs");
    journey.await(() -> journey.reads("3 of 3 runs"));
    choose(robot, RunsJourneyTest::isStopped);
    RunSummary run = table(robot).getSelectionModel().getSelectedItem();
    journey.type(robot, "run-tags", "late");
    quit(robot);
    assertThat(RemarksFile.read(store().open(run.id()).path()))
        .isEqualTo(new Remarks(List.of("late"), ""));
  }
}
