package coretuning.ui;

import coretuning.ui.support.FileChoice;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// Writes pictures of every view in both themes, with made-up results, for people to look at. Not a
/// test: start it with the folder to write to.
final class Screenshots {
  private static final String[] VIEWS = {
    "training",
    "diagnostics",
    "embeddings",
    "spread",
    "pairs",
    "weights",
    "confusion",
    "runs",
    "table"
  };

  private Screenshots() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    var laboratory = new FakeLaboratory(Files.createTempDirectory("screens"));
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Stage stage = onFx(() -> show(laboratory));
    for (String theme : new String[] {"light", "dark"}) {
      onFx(() -> theme(stage, theme));
      pictures(stage, folder, theme + "-empty-", 2);
    }
    onFx(() -> press(stage, KeyCode.ENTER));
    laboratory.epochs.release(13);
    Thread.sleep(1500);
    pictures(stage, folder, "dark-running-", 2);
    laboratory.epochs.release(100);
    Thread.sleep(2500);
    onFx(() -> select(stage));
    Thread.sleep(500);
    for (String theme : new String[] {"dark", "light"}) {
      onFx(() -> theme(stage, theme));
      pictures(stage, folder, theme + "-", VIEWS.length);
      onFx(() -> lookIntoBatches(stage, 2));
      pictures(stage, folder, theme + "-batches-", 2);
      onFx(() -> lookIntoBatches(stage, 0));
    }
    for (String theme : new String[] {"dark", "light"}) {
      onFx(() -> theme(stage, theme));
      figureDialog(stage, folder.resolve(theme + "-figure-dialog.png"));
    }
    fillATable(laboratory, stage);
    for (String theme : new String[] {"dark", "light"}) {
      onFx(() -> theme(stage, theme));
      picture(stage, folder.resolve(theme + "-table-filled.png"), VIEWS.length - 1);
    }
    laboratory.queue.close();
    Platform.exit();
  }

  private static Stage show(FakeLaboratory laboratory) {
    var stage = new Stage();
    new WorkbenchWindow(laboratory.equipment(), stage, noFiles(), folder -> {}).show();
    return stage;
  }

  /// A table with finished, failed and running cells.
  private static void fillATable(FakeLaboratory laboratory, Stage stage) throws Exception {
    onFx(() -> {
      select(stage, VIEWS.length - 1);
      var addition = (TextField) stage.getScene().lookup("#add-variant");
      addition.setText("fails=core-tuning:eta=10");
      addition.fireEvent(new ActionEvent());
      ((Button) stage.getScene().lookup("#add-data")).fire();
      ((Button) stage.getScene().lookup("#add-data")).fire();
      ((Button) stage.getScene().lookup("#start-table")).fire();
      return null;
    });
    laboratory.epochs.drainPermits();
    laboratory.epochs.release(13);
    Thread.sleep(3000);
    onFx(() -> {
      Node cell =
          stage.getScene().getRoot().lookupAll(".result-cell").stream()
              .skip(4)
              .findFirst()
              .orElseThrow();
      cell.getOnMouseClicked().handle(null);
      return null;
    });
  }

  private static Void theme(Stage stage, String theme) {
    press(stage, theme.equals("dark") ? KeyCode.D : KeyCode.L);
    return null;
  }

  static Void press(Stage stage, KeyCode key) {
    Runnable action =
        stage
            .getScene()
            .getAccelerators()
            .get(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN));
    action.run();
    return null;
  }

  private static Void select(Stage stage) {
    for (Node list : stage.getScene().getRoot().lookupAll("#anchors")) {
      ((ListView<?>) list).getSelectionModel().select(3);
    }
    return null;
  }

  private static Void lookIntoBatches(Stage stage, int subject) {
    for (Node box : stage.getScene().getRoot().lookupAll("#subject")) {
      ((ComboBox<?>) box).getSelectionModel().select(subject);
    }
    return null;
  }

  private static void pictures(Stage stage, Path folder, String prefix, int views)
      throws Exception {
    for (int view = 0; view < views; view++) {
      picture(stage, folder.resolve(prefix + VIEWS[view] + ".png"), view);
    }
  }

  private static void picture(Stage stage, Path file, int view) throws Exception {
    onFx(() -> select(stage, view));
    Thread.sleep(700);
    WritableImage image = onFx(() -> stage.getScene().snapshot(null));
    write(image, file.toFile());
  }

  private static void figureDialog(Stage stage, Path file) throws Exception {
    onFx(() -> select(stage, 0));
    onFx(() -> press(stage, KeyCode.E));
    Thread.sleep(1500);
    Window dialog = onFx(() -> Window.getWindows().filtered(each -> each != stage).getFirst());
    write(onFx(() -> dialog.getScene().snapshot(null)), file.toFile());
    onFx(() -> {
      dialog.hide();
      return null;
    });
  }

  private static Void select(Stage stage, int view) {
    var tabs = (TabPane) stage.getScene().getRoot().lookup("TabPane");
    tabs.getSelectionModel().select(view);
    return null;
  }

  static void write(WritableImage image, File file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    try {
      ImageIO.write(copy, "png", file);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    var task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  private static FileChoice noFiles() {
    return new FileChoice() {
      @Override
      public Optional<Path> folder(String title, Optional<Path> start) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> open(String title, Optional<Path> start, String... extensions) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> save(String title, Optional<Path> folder, String suggestion) {
        return Optional.empty();
      }
    };
  }
}
