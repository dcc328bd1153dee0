package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.RunState;
import coretuning.result.TableOutcome;
import coretuning.store.TableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A table from its question to its files, by what a user sees.
@ExtendWith(ApplicationExtension.class)
class TableJourneyTest {
  @TempDir static Path folder;
  private Path own;
  private OpenWindow window;
  private FakeLaboratory laboratory;
  private Stage stage;
  private Journey journey;

  @Start
  void open(Stage shared) throws IOException {
    own = Files.createTempDirectory(folder, "journey");
    window = OpenWindow.in(own);
    laboratory = window.laboratory();
    stage = window.stage();
    journey = window.journey();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static Button button(FxRobot robot, String id) {
    return robot.lookup(id).queryButton();
  }

  /// Cells in the order of reading.
  private static List<Node> cells(FxRobot robot, String state) {
    return robot.lookup(".result-cell").queryAll().stream()
        .filter(each -> each.getStyleClass().contains(state))
        .sorted(Comparator.comparingDouble(each -> each.localToScene(0, 0).getY()))
        .toList();
  }

  @Test
  void cellsFillInLiveAreStoppedContinuedExportedAndOpened(FxRobot robot) throws IOException {
    robot.clickOn("Table");
    assertThat(journey.reads("No table on display")).isTrue();
    journey.type(robot, "table-seeds", "1, 2");
    robot.clickOn("#add-variant").write("fails=core-tuning:eta=10").push(KeyCode.ENTER);
    robot.clickOn("Start table");
    journey.await(() -> cells(robot, "RUNNING").size() == 1);
    assertThat(cells(robot, "QUEUED")).hasSize(2);
    assertThat(button(robot, "#start-table").isDisabled()).isTrue();

    laboratory.epochs.release(4);
    journey.await(() -> journey.reads("What to compare – Comparison: 3 of 6 runs"));
    journey.await(() -> cells(robot, "RUNNING").size() == 1);
    robot.clickOn("#stop-table");
    journey.await(() -> journey.reads("table Comparison – stopped"));
    assertThat(cells(robot, "STOPPED")).hasSize(1);

    laboratory.epochs.release(100);
    robot.clickOn("Continue");
    journey.await(() -> journey.reads("What to compare – Comparison: 4 of 6 runs"));
    journey.await(() -> journey.reads("table Comparison – finished"));
    TableFolder table = TableFolder.open(own.resolve("tables/comparison"));
    assertThat(table.outcomes())
        .extracting(TableOutcome::state)
        .containsOnly(RunState.FINISHED, RunState.FAILED);
    journey.await(() -> cells(robot, "FINISHED").size() == 2);

    robot.clickOn(cells(robot, "FAILED").getFirst());
    assertThat(journey.reads("the loss became NaN (epoch 3, batch 7): lower the learning rate"))
        .isTrue();
    // By its id: figures of hidden views have a button of that text too.
    robot.clickOn("#export-table");
    Path file = own.resolve("table.md");
    journey.await(() -> journey.reads("Wrote " + file));
    assertThat(file).content().contains("| CE-tuning |", "Core-tuning - CE-tuning", "Failed:");

    robot.clickOn(cells(robot, "FINISHED").getLast());
    Hyperlink seed = robot.lookup("Seed 2").queryAs(Hyperlink.class);
    robot.interact(seed::fire);
    journey.await(() -> journey.reads("Smoothing"));
    assertThat(journey.reads("CE-tuning")).isTrue();
    assertThat(journey.reads("Core-tuning")).isTrue();
  }

  @Test
  void anotherTableOfTheSameTitleIsRefusedAndAStoredOneIsOpened(FxRobot robot) throws IOException {
    robot.clickOn("Table");
    journey.type(robot, "table-seeds", "1");
    laboratory.epochs.release(2);
    robot.clickOn("Start table");
    journey.await(() -> journey.reads("table Comparison – finished"));
    journey.type(robot, "table-seeds", "2");
    robot.clickOn("Start table");
    journey.await(() ->
        stage.getScene().getRoot().lookupAll(".hyperlink").stream()
            .anyMatch(each -> ((Hyperlink) each).getText().startsWith("another table lies in")));
    journey.type(robot, "table-seeds", "x");
    assertThat(journey.reads("seeds must be numbers, got x")).isTrue();
    assertThat(button(robot, "#start-table").isDisabled()).isTrue();

    // The chooser of the test always answers with this folder.
    try (Stream<Path> files = Files.list(own.resolve("tables/comparison"))) {
      for (Path each : files.toList()) {
        Files.move(each, own.resolve("moved-" + each.getFileName()));
      }
    }
    Files.move(own.resolve("moved-table.json"), own.resolve("table.json"));
    robot.clickOn("Open table…");
    journey.await(() -> journey.reads("What to compare – Comparison: 0 of 2 runs"));
    assertThat(button(robot, "#continue-table").isDisabled()).isFalse();
  }
}
