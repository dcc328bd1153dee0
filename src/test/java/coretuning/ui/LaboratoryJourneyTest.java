package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.job.JobQueue;
import coretuning.job.SubsetJob;
import coretuning.job.Workspace;
import coretuning.result.RunControl;
import coretuning.result.RunState;
import coretuning.spec.Architecture;
import coretuning.spec.SamplePreset;
import coretuning.ui.map.MapView;
import coretuning.ui.support.FileChoice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window with nothing made up behind it: real images, a real network, real jobs.
@ExtendWith(ApplicationExtension.class)
class LaboratoryJourneyTest {
  @TempDir static Path folder;
  private final JobQueue queue = new JobQueue();
  private Path own;
  private Workspace workspace;
  private Stage stage;
  private Journey journey;

  /// Chooses the images, and writes beside the runs.
  private record Choice(Path images, Path written) implements FileChoice {
    @Override
    public Optional<Path> folder(String title, Optional<Path> start) {
      return Optional.of(images);
    }

    @Override
    public Optional<Path> open(String title, Optional<Path> start, String... extensions) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, Optional<Path> folder, String suggestion) {
      return Optional.of(written.resolve(suggestion));
    }
  }

  @Start
  void open(Stage shared) throws IOException {
    own = Files.createTempDirectory(folder, "laboratory");
    workspace = Workspace.at(own.resolve("runs"));
    new SubsetJob(Path.of(SamplePreset.DATA), own.resolve("images"), 4, 6, 1)
        .run(new RunControl(), event -> {});
    stage = new Stage();
    journey = new Journey(stage);
    var equipment = WorkbenchApplication.equipment(workspace, queue, own.resolve("window"));
    new WorkbenchWindow(equipment, stage, new Choice(own.resolve("images"), own), path -> {})
        .show();
  }

  @AfterEach
  void close() {
    queue.close();
    WaitForAsyncUtils.asyncFx(() -> {
      stage.close();
      Application.setUserAgentStylesheet(null);
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Fills the form for seconds of training: 4 training images of each class, random weights.
  private void describeATinyExperiment(FxRobot robot) {
    robot.clickOn("#browse-root");
    ComboBox<Architecture> architecture = robot.lookup("#architecture").queryComboBox();
    robot.interact(() -> {
      architecture.setValue(Architecture.RESNET8_MINI);
      set(robot, "weights", "");
      set(robot, "subsetRate", "1");
      set(robot, "epochs", "1");
      set(robot, "batchSize", "20");
      set(robot, "samples", "40");
      set(robot, "neighbours", "5");
    });
  }

  private static void set(FxRobot robot, String field, String value) {
    robot.lookup("#" + field).queryAs(TextField.class).setText(value);
  }

  @Test
  void aRealComparisonIsTrainedMappedShownAndExported(FxRobot robot) throws IOException {
    describeATinyExperiment(robot);
    journey.type(robot, "core-tuning-eta", "1");
    robot.clickOn("Compare CE-tuning | Core-tuning");
    journey.await(() -> journey.reads("comparison of CE-tuning and Core-tuning – finished"));
    assertThat(journey.reads("1 / 1")).isTrue();
    assertThat(journey.reads("The runs differ in:  Method (CE-tuning | Core-tuning)")).isTrue();

    robot.clickOn("Embeddings");
    assertThat(maps(robot)).hasSize(2);
    export(robot, "embeddings.png");

    robot.clickOn("Hard pairs");
    ListView<?> anchors = robot.lookup("#anchors").queryListView();
    robot.interact(() -> anchors.getSelectionModel().select(1));
    journey.await(() -> picturesInTheCard(robot) == 4);
    export(robot, "pairs.png");
    robot.clickOn("Focal weights");
    export(robot, "focal-weights.png");

    assertThat(workspace.runs().list())
        .hasSize(2)
        .allSatisfy(run -> assertThat(run.state()).isEqualTo(RunState.FINISHED));
  }

  private static List<MapView> maps(FxRobot robot) {
    return robot.lookup(".map-view").queryAllAs(MapView.class).stream()
        .filter(view -> view.points().size() > 0)
        .toList();
  }

  private static long picturesInTheCard(FxRobot robot) {
    return robot.lookup(".pair-card .image-view").queryAllAs(ImageView.class).stream()
        .filter(view -> view.getImage() != null)
        .count();
  }

  /// Exports the view and looks whether the file holds more than paper.
  private void export(FxRobot robot, String name) throws IOException {
    robot.push(KeyCode.CONTROL, KeyCode.E);
    journey.await(() -> robot.lookup("#export-browse").tryQuery().isPresent());
    robot.clickOn("#export-browse");
    robot.clickOn("Export");
    Path file = own.resolve(name);
    journey.await(() -> journey.reads("Wrote " + file));
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(2008);
    assertThat(image.getHeight()).isEqualTo(1240);
    int paper = image.getRGB(0, 0);
    long drawn = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        drawn += image.getRGB(x, y) == paper ? 0 : 1;
      }
    }
    assertThat(drawn).isGreaterThan(50_000);
  }

  @Test
  void dataThatAreNotThereAreOneLineEach(FxRobot robot) throws IOException {
    describeATinyExperiment(robot);
    robot.interact(() -> set(robot, "root", "nowhere/at-all"));
    assertThat(journey.reads("there is no folder nowhere/at-all")).isTrue();
    assertThat(robot.lookup("#compare").queryAs(Button.class).isDisabled()).isTrue();

    Path empty = Files.createDirectories(own.resolve("empty"));
    robot.interact(() -> set(robot, "root", empty.toString()));
    robot.clickOn("Compare CE-tuning | Core-tuning");
    journey.await(() -> !robot.lookup("#compare").queryAs(Button.class).isDisabled());
    String said = robot.lookup(".status-strip .hyperlink").queryLabeled().getText();
    assertThat(said).contains(" – ").doesNotContain("\n").doesNotContain("Exception");
    assertThat(robot.lookup(".status-strip .hyperlink").queryLabeled().getPseudoClassStates())
        .anyMatch(state -> state.getPseudoClassName().equals("error"));
    assertThat(workspace.runs().list()).isEmpty();
  }
}
