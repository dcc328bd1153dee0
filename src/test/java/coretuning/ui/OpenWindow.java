package coretuning.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// The workbench's window over made-up runs, for a journey.
///
/// @param own folder of this window's files
record OpenWindow(
    FakeLaboratory laboratory, Path own, WorkbenchWindow window, Stage stage, Journey journey) {

  /// Opens it; on the JavaFX thread.
  ///
  /// @param own folder of this window's files
  static OpenWindow in(Path own) throws IOException {
    return over(new FakeLaboratory(own), own);
  }

  private static OpenWindow over(FakeLaboratory laboratory, Path own) {
    // TestFX's stage is shared by all test classes of the JVM; the window sets limits to its own.
    var stage = new Stage();
    var window = new WorkbenchWindow(laboratory.equipment(), stage, new FakeFiles(own), path -> {});
    window.show();
    return new OpenWindow(laboratory, own, window, stage, new Journey(stage));
  }

  /// Opens the next one, as after a new start of the program; on the JavaFX thread.
  OpenWindow again() {
    return over(laboratory, own);
  }

  /// Drops things on it, from the test's thread.
  void drop(List<Path> things) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.drop().take(things));
  }

  /// Closes it, from the test's thread.
  void close() {
    laboratory.queue.close();
    WaitForAsyncUtils.asyncFx(() -> {
      stage.close();
      Application.setUserAgentStylesheet(null);
    });
    WaitForAsyncUtils.waitForFxEvents();
  }
}
