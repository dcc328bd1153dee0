package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.backbone.ParameterShapes;
import coretuning.checkpoint.WeightsFile;
import coretuning.data.ImageTree;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.spec.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Data and weights from the path to the dialogs, by what a user sees: a made-up tree with a broken
/// file and copies, made-up weights with a broken value.
@ExtendWith(ApplicationExtension.class)
class DoctorJourneyTest {
  @TempDir static Path folder;
  private static Path photos;
  private OpenWindow window;
  private Journey journey;
  private Path own;

  @BeforeAll
  static void plant() throws IOException {
    photos = folder.resolve("photos");
    var tree = new ImageTree(photos);
    for (int i = 0; i < 6; i++) {
      tree.image("train/cat/%d.png".formatted(i), 10 + i)
          .image("train/dog/%d.png".formatted(i), 120 + i)
          .image("test/cat/%d.png".formatted(i), 40 + i);
    }
    Files.writeString(photos.resolve("train/cat/broken.png"), "no image");
    Files.copy(photos.resolve("train/dog/2.png"), photos.resolve("test/cat/copy.png"));
  }

  /// MoCo's layout of a ResNet-20 with one value that is not a number.
  private static Path weights(boolean whole) {
    var entries = new LinkedHashMap<String, Entry>();
    ParameterShapes.of(Architecture.RESNET20)
        .forEach((name, sizes) -> {
          long[] shape = sizes.stream().mapToLong(Long::longValue).toArray();
          int count = (int) sizes.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
          var values = new float[count];
          values[0] = name.equals("bn1.bias") ? Float.NaN : 1;
          entries.put("module.encoder_q." + name, Entry.of(values, shape));
        });
    if (!whole) {
      entries.remove("module.encoder_q.layer3.2.bn2.weight");
    }
    entries.put("module.encoder_q.fc.weight", Entry.of(new float[4], 2, 2));
    Path file = folder.resolve(whole ? "moco.pth" : "part.pth");
    WeightsFile.write(file, new TensorFile(entries, Map.of()));
    return file;
  }

  @Start
  void open(Stage shared) throws IOException {
    own = Files.createTempDirectory(folder, "journey");
    window = OpenWindow.in(own);
    journey = window.journey();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void set(FxRobot robot, String field, String text) {
    TextField control = robot.lookup("#" + field).queryAs(TextField.class);
    robot.interact(() -> control.setText(text));
  }

  private void choose(FxRobot robot, String box, int place) {
    ComboBox<?> control = robot.lookup("#" + box).queryAs(ComboBox.class);
    robot.interact(() -> control.getSelectionModel().select(place));
  }

  private void fire(FxRobot robot, String button) {
    var control = robot.lookup("#" + button).queryButton();
    robot.interact(control::fire);
  }

  private Scene dialog() {
    return Window.getWindows().stream()
        .filter(each -> each instanceof Stage stage && stage != window.stage())
        .findFirst()
        .orElseThrow()
        .getScene();
  }

  private boolean dialogReads(String text) {
    return Stream.ofNullable(dialog().getRoot())
        .flatMap(root -> root.lookupAll("*").stream())
        .filter(Journey::isShown)
        .anyMatch(node -> node instanceof Labeled label && text.equals(label.getText()));
  }

  private void closeDialog(FxRobot robot) {
    robot.interact(() -> dialog().getWindow().hide());
  }

  @Test
  void aFolderIsRecognisedCheckedAndPreviewed(FxRobot robot) throws IOException {
    choose(robot, "format", 0);
    set(robot, "root", photos.toString());
    journey.await(() -> journey.reads("Image folder: 2 classes, 13 training, 7 test images"));

    fire(robot, "check-data");
    journey.await(() -> dialogReads("Findings (4)"));
    assertThat(dialogReads("Broken")).isTrue();
    assertThat(dialogReads("Same file in two parts")).isTrue();
    assertThat(dialogReads("Remove one: test images must not be learnt from.")).isTrue();
    journey.await(() ->
        dialog().getRoot().lookupAll(".image-view").stream()
                .filter(each -> Journey.isShown(each) && ((ImageView) each).getImage() != null)
                .count()
            >= 2);

    var kinds = (ComboBox<?>) dialog().lookup("#kind");
    robot.interact(() -> kinds.getSelectionModel().select(1));
    var findings = (TableView<?>) dialog().lookup("#findings");
    assertThat(findings.getItems()).hasSize(1);
    robot.clickOn("Copy");
    robot.interact(() ->
        assertThat(Clipboard.getSystemClipboard().getString())
            .startsWith("severity,kind,file,detail\nerror,broken,train/cat/broken.png,")
            .hasLineCount(2));
    robot.clickOn("Export CSV…");
    journey.await(() -> dialogReads("Wrote " + own.resolve("findings.csv")));
    assertThat(own.resolve("findings.csv")).content().hasLineCount(5);
    var tabs = (TabPane) dialog().lookup(".tab-pane");
    robot.interact(() -> tabs.getSelectionModel().select(1));
    assertThat(dialogReads("few images for a batch of 128")).isTrue();
    closeDialog(robot);

    fire(robot, "preview");
    journey.await(() -> dialogReads("crop 28 px after padding by 2 px → mirror 50 %"));
    assertThat(dialogReads("Draw 1")).isTrue();
    robot.clickOn("#again");
    journey.await(() -> dialogReads("Draw 2"));
    choose(robot, "augmentation", 1);
    journey.await(() -> dialogReads("No augmentation"));
    closeDialog(robot);
  }

  @Test
  void weightsAreNamedConfirmedAndOpened(FxRobot robot) {
    set(robot, "weights", weights(false).toString());
    journey.await(() -> journey.reads("Accept partial weights"));
    assertThat(robot.lookup("#look-weights .label").queryLabeled().getText())
        .contains("MoCo v1 or v2 (PyTorch zip), resnet20: 104 of 105 tensors, head dropped: fc")
        .contains("1 missing, e.g. layer3.2.bn2.weight");
    assertThat(
            journey.reads(
                "only 104 of 105 tensors of resnet20 are in the weights: accept partial weights or"
                    + " choose others"))
        .isTrue();
    choose(robot, "architecture", 0);
    set(robot, "weights", weights(true).toString());
    journey.await(() -> journey.reads("Use resnet20"));
    fire(robot, "use-architecture");
    journey.await(() ->
        journey.reads(
            "MoCo v1 or v2 (PyTorch zip), resnet20: 105 of 105 tensors, head dropped: fc"));

    fire(robot, "check-weights");
    journey.await(() -> dialogReads("All tensors (106)"));
    assertThat(
            dialogReads(
                "resnet20: 105 of 105 tensors match. Tensors with NaN or infinite values: 1. Training"
                    + " from them can only give NaN."))
        .isTrue();
    assertThat(dialogReads("module.encoder_q.conv1.weight → conv1.weight")).isTrue();
    var filter = (ComboBox<?>) dialog().lookup("#filter");
    robot.interact(() -> filter.getSelectionModel().selectLast());
    var tensors = (TableView<?>) dialog().lookup("#tensors");
    assertThat(tensors.getItems()).hasSize(1);
    closeDialog(robot);
  }
}
