package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.figure.ConfusionFigure;
import coretuning.ui.map.MapView;
import coretuning.ui.map.PointCloud;
import coretuning.ui.map.Viewport;
import coretuning.ui.plot.FigureView;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// One selection through all views: lasso, images, confusion matrix; epochs played.
@ExtendWith(ApplicationExtension.class)
class MapsJourneyTest {
  @TempDir static Path folder;
  private OpenWindow window;
  private FakeLaboratory laboratory;
  private Journey journey;

  @Start
  void open(Stage shared) throws IOException {
    Path own = Files.createTempDirectory(folder, "maps");
    window = OpenWindow.in(own);
    laboratory = window.laboratory();
    journey = window.journey();
  }

  @AfterEach
  void close() {
    window.close();
  }

  /// The corners of a diamond on the left map, and the number of points inside.
  private static final double[][] DIAMOND = {{40, 0}, {28, 12}, {16, 0}, {28, -12}, {40, 0}};

  private static int inside(PointCloud points) {
    return (int)
        IntStream.range(0, points.size())
            .filter(i -> Math.abs(points.x()[i] - 28) + Math.abs(points.y()[i]) < 12)
            .count();
  }

  private void draw(FxRobot robot, MapView map) {
    Viewport seen = map.shownViewport();
    List<Point2D> places =
        IntStream.range(0, DIAMOND.length)
            .mapToObj(i ->
                map.localToScreen(
                    seen.screenX(DIAMOND[i][0], map.getWidth()),
                    seen.screenY(DIAMOND[i][1], map.getHeight())))
            .toList();
    robot.moveTo(places.getFirst()).press(MouseButton.PRIMARY);
    places.forEach(robot::moveTo);
    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void aLassoSelectsInEveryViewAndEpochsArePlayed(FxRobot robot) {
    robot.clickOn("Compare CE-tuning | Core-tuning");
    laboratory.epochs.release(100);
    journey.await(() -> journey.reads("Compare CE-tuning and Core-tuning – finished"));
    robot.clickOn("Embeddings");
    robot.clickOn("Lasso");
    MapView map = robot.lookup(".map-view").queryAs(MapView.class);
    draw(robot, map);

    int expected = inside(map.points());
    assertThat(expected).isGreaterThan(5);
    assertThat(journey.reads(expected + " selected")).isTrue();
    assertThat(robot.lookup(".image-grid .image-tile").queryAll()).hasSize(expected);
    assertThat(map.look().front().cardinality()).isEqualTo(expected);
    Node tile = robot.lookup(".image-grid .image-tile").query();
    robot.clickOn(tile);
    journey.await(() -> robot.lookup(".neighbour-list .image-tile").queryAll().size() == 12);

    robot.clickOn("Confusion");
    assertThat(
            journey.reads(
                expected
                    + " recorded images selected: see them under Embeddings. The number in a frame"
                    + " says how many lie in that cell."))
        .isTrue();
    clickACell(robot, new ConfusionFigure.Cell(3, 3));
    robot.clickOn("Embeddings");
    assertThat(journey.reads(expected + " selected")).isFalse();
    assertThat(map.look().front().stream().allMatch(row -> FakeRun.label(row) == 3)).isTrue();
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    assertThat(journey.reads(expected + " selected")).isTrue();

    playTheEpochs(robot);
  }

  private void clickACell(FxRobot robot, ConfusionFigure.Cell cell) {
    FigureView view =
        robot.lookup(".figure-view").queryAllAs(FigureView.class).stream()
            .filter(each -> Journey.isShown(each) && each.getFigure() instanceof ConfusionFigure)
            .findFirst()
            .orElseThrow();
    Rectangle2D area =
        ((ConfusionFigure) view.getFigure())
            .area(cell, view.getWidth(), view.getHeight(), view.getFigureStyle());
    robot.clickOn(view.localToScreen(area.getCenterX(), area.getCenterY()));
  }

  private void playTheEpochs(FxRobot robot) {
    ComboBox<?> method = robot.lookup("#mapMethod").queryComboBox();
    robot.interact(() -> method.getSelectionModel().select(1));
    journey.await(() -> journey.reads("PCA"));
    robot.clickOn("Play");
    journey.await(() -> journey.reads("Pause"));
    journey.await(() -> journey.reads("CE-tuning, before training"));
    journey.await(() -> journey.reads("CE-tuning, after epoch 10"));
    journey.await(() -> journey.reads("Play"));

    MapView map = robot.lookup(".map-view").queryAs(MapView.class);
    robot.interact(map::requestFocus);
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    journey.await(() -> journey.reads("Pause"));
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    journey.await(() -> journey.reads("Play"));
    showTrainingImages(robot, map);
  }

  private void showTrainingImages(FxRobot robot, MapView map) {
    int before = map.points().size();
    robot.clickOn("#mapImages").clickOn("training");
    journey.await(() -> map.points().size() == 200);
    assertThat(before).isNotEqualTo(200);
    robot.clickOn("#mapChannel").clickOn("Focal weight");
    assertThat(robot.lookup("#mapChannel").queryComboBox().getValue()).hasToString("WEIGHT");
    robot.clickOn("#mapImages").clickOn("test");
    assertThat(robot.lookup("#mapChannel").queryComboBox().getValue())
        .as("what test images do not have is not kept")
        .hasToString("LABEL");
  }
}
