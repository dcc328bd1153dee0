package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.job.JobQueue;
import coretuning.job.SubsetJob;
import coretuning.job.Workspace;
import coretuning.result.RunControl;
import coretuning.result.RunState;
import coretuning.spec.Architecture;
import coretuning.spec.SamplePreset;
import coretuning.store.RunFolder;
import coretuning.ui.plot.FigureView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// From images without labels to a backbone that fine-tuning begins with, in the window: real
/// images, a real network, real jobs.
@ExtendWith(ApplicationExtension.class)
class PretrainJourneyTest {
  private static final int EPOCHS = 12;

  @TempDir static Path folder;
  private final JobQueue queue = new JobQueue();
  private Workspace workspace;
  private Path images;
  private Stage stage;
  private Journey journey;

  @Start
  void open(Stage shared) throws Exception {
    Path own = Files.createTempDirectory(folder, "pretrain");
    workspace = Workspace.at(own.resolve("runs"));
    images = own.resolve("images");
    new SubsetJob(Path.of(SamplePreset.DATA), images, 4, 6, 1).run(new RunControl(), event -> {});
    stage = new Stage();
    journey = new Journey(stage);
    var equipment = WorkbenchApplication.equipment(workspace, queue, own.resolve("window"));
    new WorkbenchWindow(equipment, stage, new FakeFiles(own), path -> {}).show();
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

  private static void set(FxRobot robot, String field, String value) {
    robot.lookup("#pretrain-" + field).queryAs(TextField.class).setText(value);
  }

  /// The button of that text that is on display: others lie in views that are not.
  private Button button(String text) {
    return stage.getScene().getRoot().lookupAll(".button").stream()
        .filter(Journey::isShown)
        .filter(node -> node instanceof Button each && text.equals(each.getText()))
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button reads " + text));
  }

  private void press(FxRobot robot, String text) {
    robot.clickOn((Node) button(text));
  }

  private RunFolder run() {
    return workspace.runs().open(workspace.runs().list().getFirst().id());
  }

  private List<FigureView> figures() {
    return stage.getScene().getRoot().lookupAll(".figure-view").stream()
        .filter(Journey::isShown)
        .map(FigureView.class::cast)
        .toList();
  }

  @Test
  void aBackboneIsPreTrainedStoppedResumedAndFineTuned(FxRobot robot) {
    robot.clickOn("Pre-training");
    assertThat(journey.reads("No pre-training run on display")).isTrue();
    robot.interact(() -> {
      set(robot, "root", images.toString());
      set(robot, "epochs", Integer.toString(EPOCHS));
      set(robot, "batchSize", "8");
      set(robot, "moco-queueSize", "24");
      set(robot, "moco-projectionSize", "1");
    });
    assertThat(journey.reads("projection size must be at least 2, got 1")).isTrue();
    assertThat(button("Start pre-training").isDisabled()).isTrue();
    robot.interact(() -> {
      set(robot, "moco-projectionSize", "16");
      set(robot, "samples", "40");
      set(robot, "neighbours", "5");
    });

    press(robot, "Start pre-training");
    journey.await(() -> !workspace.runs().list().isEmpty() && !run().epochs().isEmpty());
    press(robot, "Stop");
    journey.await(() -> !button("Resume this run").isDisabled());
    int done = run().epochs().size();
    assertThat(run().state()).isEqualTo(RunState.STOPPED);
    assertThat(done).isBetween(1, EPOCHS - 1);
    assertThat(journey.reads("Stopped, %d of %d epochs".formatted(done, EPOCHS))).isTrue();

    press(robot, "Resume this run");
    journey.await(() -> journey.reads("Finished, %d of %d epochs".formatted(EPOCHS, EPOCHS)));
    assertThat(run().epochs()).hasSize(EPOCHS);
    assertThat(figures()).hasSize(8);
    assertThat(figures())
        .allSatisfy(view ->
            assertThat(view.getFigure().data().rows()).as(view.getFigure().title()).isNotEmpty());

    robot.clickOn("One query");
    journey.await(() -> journey.reads("Cosine to the query: 1.000"));
    robot.clickOn("Augmentation");
    journey.await(() -> !figures().isEmpty());
    assertThat(figures().getFirst().getFigure().data().rows()).hasSize(24);

    press(robot, "Fine-tune this backbone");
    journey.await(() -> robot.lookup("#weights").tryQuery().isPresent());
    TextField weights = robot.lookup("#weights").queryAs(TextField.class);
    assertThat(weights.getText()).isEqualTo(run().backbone().toString());
    assertThat(robot.lookup("#architecture").queryComboBox().getValue())
        .isEqualTo(Architecture.RESNET8_MINI);
    assertThat(Journey.isShown(weights)).isTrue();
    assertThat(robot.lookup("#compare").queryAs(Button.class).isDisabled()).isFalse();
  }
}
