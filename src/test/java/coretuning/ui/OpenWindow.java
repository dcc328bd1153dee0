package coretuning.ui;

import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// The workbench's window over made-up runs, for a journey.
record OpenWindow(FakeLaboratory laboratory, Stage stage, Journey journey) {

  /// Opens it; on the JavaFX thread.
  ///
  /// @param own folder of this window's files
  static OpenWindow in(Path own) throws IOException {
    var laboratory = new FakeLaboratory(own);
    // TestFX's stage is shared by all test classes of the JVM; the window sets limits to its own.
    var stage = new Stage();
    new WorkbenchWindow(laboratory.equipment(), stage, new FakeFiles(own), path -> {}).show();
    return new OpenWindow(laboratory, stage, new Journey(stage));
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
