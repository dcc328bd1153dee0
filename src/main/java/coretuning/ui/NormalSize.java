package coretuning.ui;

import javafx.scene.Scene;
import javafx.stage.Stage;

/// How large the window's content is while it does not fill the screen: what it goes back to.
final class NormalSize {
  private static final double LEAST = 400;
  private static final double MOST = 10_000;

  private double width;
  private double height;

  /// @param width until the window has another, logical pixels
  /// @param height likewise
  NormalSize(Stage stage, double width, double height) {
    this.width = width;
    this.height = height;
    stage.sceneProperty().flatMap(Scene::widthProperty).subscribe(now -> note(stage));
    stage.sceneProperty().flatMap(Scene::heightProperty).subscribe(now -> note(stage));
  }

  private void note(Stage stage) {
    if (stage.isShowing() && !stage.isMaximized() && !stage.isFullScreen()) {
      width = Math.clamp(stage.getScene().getWidth(), LEAST, MOST);
      height = Math.clamp(stage.getScene().getHeight(), LEAST, MOST);
    }
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }
}
