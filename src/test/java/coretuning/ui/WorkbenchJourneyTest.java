package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coretuning.figure.FigureFormat;
import coretuning.gallery.Drawing;
import coretuning.job.Job;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.spec.Architecture;
import coretuning.spec.MethodName;
import coretuning.spec.MethodSpec;
import coretuning.store.RecipeFile;
import coretuning.ui.map.MapView;
import coretuning.ui.map.Viewport;
import coretuning.ui.plot.FigureView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a user does, found by what a user reads.
@ExtendWith(ApplicationExtension.class)
class WorkbenchJourneyTest {
  @TempDir static Path folder;
  private OpenWindow window;
  private FakeLaboratory laboratory;
  private Stage stage;
  private Journey journey;

  @Start
  void open(Stage shared) throws IOException {
    Path own = Files.createTempDirectory(folder, "journey");
    window = OpenWindow.in(own);
    laboratory = window.laboratory();
    stage = window.stage();
    journey = window.journey();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void compareToTheEnd(FxRobot robot) {
    robot.clickOn("Compare CE-tuning | Core-tuning");
    laboratory.epochs.release(100);
    journey.await(() -> journey.reads("Compare CE-tuning and Core-tuning – finished"));
  }

  @Test
  void aCommandIsFoundByItsNameAndCarriedOut(FxRobot robot) {
    robot.interact(() -> Screenshots.press(stage, KeyCode.K));
    robot.clickOn("#command-query").write("spre");
    robot.push(KeyCode.ENTER);

    journey.await(() -> journey.reads("Nothing to measure yet"));
    assertThat(robot.lookup("#command-query").tryQuery()).isEmpty();
  }

  @Test
  void aWrongTemperatureSaysWhyAndNothingCanBeStarted(FxRobot robot) {
    journey.type(robot, "core-tuning-temperature", "0");
    assertThat(journey.reads("temperature must be above 0, got 0")).isTrue();
    assertThat(robot.lookup("#compare").queryAs(Button.class).isDisabled()).isTrue();
    journey.type(robot, "core-tuning-temperature", "0.1");
    assertThat(journey.reads("temperature must be above 0, got 0")).isFalse();
    assertThat(robot.lookup("#compare").queryAs(Button.class).isDisabled()).isFalse();
  }

  @Test
  void whatIsChosenInTheFormIsWhatIsCompared(FxRobot robot) {
    robot.clickOn("#browse-root");
    ComboBox<Architecture> architecture = robot.lookup("#architecture").queryComboBox();
    robot.interact(() -> architecture.setValue(Architecture.RESNET18));
    journey.type(robot, "core-tuning-eta", "10");
    robot.clickOn("Compare CE-tuning | Core-tuning");
    var asked = laboratory.asked.getFirst();
    assertThat(asked).hasSize(2);
    assertThat(asked.getFirst().method()).isEqualTo(new MethodSpec.CeTuning());
    assertThat(((MethodSpec.CoreTuning) asked.getLast().method()).eta()).isEqualTo(10);
    assertThat(asked.getLast().backbone().architecture()).isEqualTo(Architecture.RESNET18);
    assertThat(Path.of(asked.getLast().data().root())).isDirectory();
  }

  @Test
  void anotherMethodBringsItsOwnSettings(FxRobot robot) {
    robot.clickOn("#browse-root");
    ComboBox<MethodName> method = robot.lookup("#method").queryComboBox();
    robot.interact(() -> method.setValue(MethodName.BSS));
    assertThat(robot.lookup("#core-tuning-eta").query().isVisible()).isFalse();
    // Lines that were hidden when the form was made do not lie on each other.
    assertThat(robot.lookup("#bss-shrinkage").query().getBoundsInParent())
        .matches(above ->
            !above.intersects(robot.lookup("#bss-singularValues").query().getBoundsInParent()));
    journey.type(robot, "bss-singularValues", "0");
    assertThat(journey.reads("singular values must be at least 1, got 0")).isTrue();
    journey.type(robot, "bss-singularValues", "3");
    robot.clickOn("Compare CE-tuning | BSS");
    assertThat(laboratory.asked.getFirst())
        .extracting(run -> run.method())
        .containsExactly(new MethodSpec.CeTuning(), new MethodSpec.Bss(0.001, 3));
  }

  @Test
  void ceTuningHasNoSettingsAndNothingToBeComparedWith(FxRobot robot) {
    ComboBox<MethodName> method = robot.lookup("#method").queryComboBox();
    robot.interact(() -> method.setValue(MethodName.CE_TUNING));
    assertThat(robot.lookup("#core-tuning-eta").query().isVisible()).isFalse();
    assertThat(robot.lookup("#methodAbout").queryLabeled().getText()).contains("has no settings");
    assertThat(robot.lookup("#compare").queryAs(Button.class).isDisabled()).isTrue();
    assertThat(robot.lookup("#fineTune").query().isDisabled()).isFalse();
    robot.interact(() -> method.setValue(MethodName.CORE_TUNING));
    assertThat(robot.lookup("#core-tuning-eta").query().isVisible()).isTrue();
    assertThat(robot.lookup("#compare").queryAs(Button.class).isDisabled()).isFalse();
  }

  @Test
  void aComparisonFillsEveryView(FxRobot robot) throws IOException {
    assertThat(journey.reads("No run on display")).isTrue();
    compareToTheEnd(robot);
    assertThat(journey.reads("No run on display")).isFalse();
    assertThat(journey.reads("10 / 10")).isTrue();
    robot.clickOn("Diagnostics");
    assertThat(journey.reads("Each epoch leaves out 3 of 1000 training images.")).isTrue();
    assertThat(
            journey.reads("Core-tuning: 12.5 % of the anchors have no other image of their class."))
        .isTrue();
    robot.clickOn("Embeddings");
    assertThat(journey.reads("CE-tuning, after epoch 10")).isTrue();
    assertThat(journey.reads("Core-tuning, after epoch 10")).isTrue();
    clickADot(robot);
    assertThat(journey.reads("1 selected")).isTrue();
    robot.clickOn("Show hard pair");
    assertThat(journey.reads("Cosine to the anchor")).isTrue();
    assertThat(journey.reads("Hardest negative")).isTrue();
    ListView<?> anchors = robot.lookup("#anchors").queryListView();
    robot.interact(() -> anchors.getSelectionModel().select(2));
    assertThat(journey.reads("Synthesised hard positive z⁺")).isTrue();
    robot.clickOn("Focal weights");
    journey.await(() -> journey.reads("200 anchors, epoch 10"));
    robot.clickOn("Confusion");
    assertThat(journey.reads("Most frequent mistakes")).isTrue();
    export(robot);
  }

  /// Clicks the first dot of the left map.
  private void clickADot(FxRobot robot) {
    MapView map = robot.lookup(".map-view").queryAs(MapView.class);
    Viewport seen = map.shownViewport();
    robot.clickOn(
        map.localToScreen(
            seen.screenX(map.points().x()[0], map.getWidth()),
            seen.screenY(map.points().y()[0], map.getHeight())));
    assertThat(robot.lookup("Show hard pair").queryButton().isDisabled()).isFalse();
  }

  /// The figure dialog in every format: what is written other programs can open.
  private void export(FxRobot robot) throws IOException {
    Path png = export(robot, FigureFormat.PNG);
    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1181);
    Path again = png.resolveSibling("again.png");
    Drawing.read(RecipeFile.beside(png)).drawTo(again);
    assertThat(again).hasSameBinaryContentAs(png);
    assertThat(export(robot, FigureFormat.SVG))
        .content()
        .startsWith("<?xml")
        .contains(">true class<", "Software: Core-tuning Workbench", "Run 1: ");
    try (var pdf = Loader.loadPDF(export(robot, FigureFormat.PDF).toFile())) {
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo(283.46f, within(0.1f));
      assertThat(new PDFTextStripper().getText(pdf)).contains("predicted class");
    }
    assertThat(export(robot, FigureFormat.CSV))
        .content()
        .startsWith("panel,true class,predicted class,count");
  }

  private Path export(FxRobot robot, FigureFormat wanted) {
    robot.push(KeyCode.CONTROL, KeyCode.E);
    ComboBox<FigureFormat> format = robot.lookup("#export-format").queryComboBox();
    robot.interact(() -> format.setValue(wanted));
    if (wanted == FigureFormat.PNG) {
      // Keys go to the window clicked last.
      robot.clickOn("#export-width");
      journey.type(robot, "export-width", "0");
      journey.await(() ->
          robot.lookup(".field-message").queryAllAs(Label.class).stream()
              .anyMatch(label -> label.isVisible() && label.getText().contains("got 0 x")));
      journey.type(robot, "export-width", "100");
      journey.type(robot, "export-height", "60");
      robot.clickOn("Save the recipe beside it");
    }
    // What was typed for the first file is remembered for the others.
    assertThat(robot.lookup("#export-width").queryTextInputControl().getText()).isEqualTo("100");
    robot.clickOn("#export-browse");
    robot.clickOn("Export");
    Path file = Path.of(laboratory.defaults().data().root()).resolve("confusion" + wanted.ending());
    journey.await(() -> journey.reads("Wrote " + file));
    return file;
  }

  @Test
  void aRunCanBePausedAndStopped(FxRobot robot) {
    robot.clickOn("Compare CE-tuning | Core-tuning");
    laboratory.epochs.release(2);
    journey.await(() -> journey.reads("2 / 10"));
    robot.clickOn("Pause");
    assertThat(journey.reads("Paused")).isTrue();
    robot.clickOn("Resume");
    robot.clickOn("Stop");
    journey.await(() -> journey.reads("Compare CE-tuning and Core-tuning – stopped"));
    assertThat(journey.reads("Stopped")).isTrue();
  }

  @Test
  void aJobThatFailsIsOneLineAtTheBottom(FxRobot robot) throws IOException {
    Job broken =
        new Job() {
          @Override
          public String title() {
            return "Compare";
          }

          @Override
          public boolean run(RunControl control, Consumer<RunEvent> events) {
            throw new Problem(
                "the weights are truncated", "moco.safetensors", "download them again");
          }
        };
    robot.interact(() -> {
      var failing = new FakeLaboratory(folder, broken);
      new WorkbenchWindow(failing.equipment(), stage, new FakeFiles(folder), path -> {}).show();
    });
    robot.clickOn("Compare CE-tuning | Core-tuning");
    journey.await(() -> journey.reads("the weights are truncated – download them again"));
    robot.clickOn("the weights are truncated – download them again");
    assertThat(robot.lookup(".status-details").tryQuery()).isPresent();
  }

  @Test
  void storedRunsCanBeComparedAndResumed(FxRobot robot) {
    robot.clickOn("Runs");
    journey.await(() -> robot.lookup("#table").queryTableView().getItems().size() == 3);
    choose(robot, RunState.FINISHED);
    robot.clickOn("Compare selected");
    journey.await(() -> journey.reads("Smoothing"));
    assertThat(journey.reads("Test top-1")).isTrue();
    robot.clickOn("Runs");
    choose(robot, RunState.STOPPED);
    robot.clickOn("Resume");
    journey.await(() -> journey.reads("Fine-tune with Core-tuning"));
    laboratory.epochs.release(100);
    journey.await(() -> journey.reads("Fine-tune with Core-tuning – finished"));
  }

  /// Selects all runs of a state.
  private static void choose(FxRobot robot, RunState state) {
    TableView<RunSummary> table = robot.lookup("#table").queryTableView();
    robot.interact(() -> {
      table.getSelectionModel().clearSelection();
      table.getItems().stream()
          .filter(run -> run.state() == state)
          .forEach(table.getSelectionModel()::select);
    });
  }

  @Test
  void theThemeFollowsTheMenuAndIsRemembered(FxRobot robot) throws IOException {
    robot.push(KeyCode.CONTROL, KeyCode.D);
    FigureView figure = robot.lookup(".figure-view").queryAs(FigureView.class);
    assertThat(figure.getFigureStyle().isDark()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.Q);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(stage.isShowing()).isFalse();
    Path file = laboratory.equipment().preferences();
    assertThat(Files.readString(file)).contains("theme=DARK");
  }

  @Test
  void closingAskFirstWhileAJobRuns(FxRobot robot) {
    robot.clickOn("Compare CE-tuning | Core-tuning");
    robot.push(KeyCode.CONTROL, KeyCode.Q);
    robot.clickOn("Stop and quit");
    journey.await(() -> !stage.isShowing());
  }
}
