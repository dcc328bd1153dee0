package coretuning.ui;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a user can read and type in a window.
///
/// @param stage of the window
record Journey(Stage stage) {
  private static final long PATIENCE_SECONDS = 60;

  /// Waits until the condition, asked on the JavaFX thread, holds.
  void await(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    } catch (TimeoutException late) {
      throw new AssertionError("did not come within " + PATIENCE_SECONDS + " s", late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Whether a label or button on display has exactly this text.
  boolean reads(String text) {
    return stage.getScene().getRoot().lookupAll("*").stream()
        .filter(Journey::isShown)
        .anyMatch(node -> node instanceof Labeled label && text.equals(label.getText()));
  }

  static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /// Replaces what a text field holds.
  void type(FxRobot robot, String field, String text) {
    TextField control = robot.lookup("#" + field).queryAs(TextField.class);
    robot.interact(() -> {
      control.requestFocus();
      control.selectAll();
    });
    robot.write(text);
  }
}
