package coretuning.ui.support;

import javafx.application.Platform;

/// The JavaFX application thread: the only one that may touch controls and view models.
public final class FxThread {
  private FxThread() {}

  /// Runs `work` on the JavaFX thread, after whatever waits there already. Safe from any thread.
  public static void later(Runnable work) {
    Platform.runLater(work);
  }
}
