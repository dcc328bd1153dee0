package coretuning.ui;

import coretuning.job.JobQueue;
import coretuning.job.Workspace;
import coretuning.result.RunState;
import coretuning.result.RunSummary;
import coretuning.ui.map.MapView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// Takes the README's pictures of a real comparison: the view "Embeddings" with both maps, 1280 x
/// 800, as `embeddings-light.png` and `embeddings-dark.png`.
///
/// Arguments: the folder of runs, the folder to write to and, optionally, the ids of two runs;
/// without ids the two finished runs that began last. Start it in the project's folder, because
/// runs name their images relative to it:
///
/// ```
/// mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
///   -Dexec.args="--enable-native-access=ALL-UNNAMED -Dglass.platform=Headless -Dprism.order=sw \
///   -classpath %classpath coretuning.ui.ReadmeScreenshots runs docs"
/// ```
final class ReadmeScreenshots {
  private static final int RUNS_TAB = 7;
  private static final int EMBEDDINGS_TAB = 2;
  private static final long PATIENCE_SECONDS = 60;
  private static final long SETTLING_MILLIS = 1500;

  private final Path folder;
  private final Stage stage;

  private ReadmeScreenshots(Path folder, Stage stage) {
    this.folder = folder;
    this.stage = stage;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 && arguments.length != 4) {
      throw new IllegalArgumentException("needs: runs-folder output-folder [run-id run-id]");
    }
    Workspace workspace = Workspace.at(Path.of(arguments[0]));
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    List<String> ids =
        arguments.length == 4 ? List.of(arguments[2], arguments[3]) : newest(workspace);
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    try (var queue = new JobQueue()) {
      new ReadmeScreenshots(folder, onFx(() -> show(workspace, queue))).take(ids);
    } finally {
      Platform.exit();
    }
  }

  private static List<String> newest(Workspace workspace) {
    List<String> finished =
        workspace.runs().list().stream()
            .filter(run -> run.state() == RunState.FINISHED)
            .limit(2)
            .map(RunSummary::id)
            .toList();
    if (finished.size() < 2) {
      throw new IllegalArgumentException(
          "two finished runs are needed, got " + finished + " in " + workspace.runs().root());
    }
    return finished;
  }

  private static Stage show(Workspace workspace, JobQueue queue) throws Exception {
    var stage = new Stage();
    Path scratch = Files.createTempDirectory("screenshots");
    var equipment = WorkbenchApplication.equipment(workspace, queue, scratch.resolve("window"));
    new WorkbenchWindow(equipment, stage, new FakeFiles(scratch), runs -> {}).show();
    return stage;
  }

  private void take(List<String> ids) throws Exception {
    until(stage -> table().getItems().stream().anyMatch(run -> run.id().equals(ids.getLast())));
    onFx(() -> {
      bring(RUNS_TAB);
      table().getSelectionModel().clearSelection();
      table().getItems().stream()
          .filter(run -> ids.contains(run.id()))
          .forEach(table().getSelectionModel()::select);
      ((Button) stage.getScene().lookup("#compare-runs")).fire();
      return null;
    });
    until(stage -> tabs().getSelectionModel().getSelectedIndex() != RUNS_TAB);
    onFx(() -> {
      bring(EMBEDDINGS_TAB);
      return null;
    });
    until(stage -> maps().size() == 2);
    onFx(() -> {
      selectADot(maps().getFirst());
      return null;
    });
    for (KeyCode theme : List.of(KeyCode.L, KeyCode.D)) {
      onFx(() -> Screenshots.press(stage, theme));
      // Figures and thumbnails are painted on other threads.
      Thread.sleep(SETTLING_MILLIS);
      WritableImage image = onFx(() -> stage.getScene().snapshot(null));
      String name = theme == KeyCode.L ? "embeddings-light.png" : "embeddings-dark.png";
      Screenshots.write(image, folder.resolve(name).toFile());
    }
  }

  private TabPane tabs() {
    return (TabPane) stage.getScene().lookup("TabPane");
  }

  private void bring(int tab) {
    tabs().getSelectionModel().select(tab);
  }

  @SuppressWarnings("unchecked") // The only table of that id.
  private TableView<RunSummary> table() {
    return (TableView<RunSummary>) tabs().getTabs().get(RUNS_TAB).getContent().lookup("#table");
  }

  private List<MapView> maps() {
    return tabs().getTabs().get(EMBEDDINGS_TAB).getContent().lookupAll(".map-view").stream()
        .map(MapView.class::cast)
        .filter(view -> view.points().size() > 0)
        .toList();
  }

  /// Clicks the first dot found from the middle outwards.
  private static void selectADot(MapView view) {
    double width = view.getWidth();
    double height = view.getHeight();
    for (double radius = 0; radius < height / 2; radius += 4) {
      for (double angle = 0; angle < 2 * Math.PI; angle += 0.2) {
        double x = width / 2 + radius * Math.cos(angle);
        double y = height / 2 + radius * Math.sin(angle);
        if (view.rowAt(x, y).isPresent()) {
          Mouse.drag(view, List.of(new Point2D(x, y)));
          return;
        }
      }
    }
  }

  private void until(Predicate<Stage> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!onFx(() -> condition.test(stage))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the window did not get there in time");
      }
      Thread.sleep(50);
    }
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    var task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }
}
