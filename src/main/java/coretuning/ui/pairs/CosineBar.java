package coretuning.ui.pairs;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A cosine as a bar on a track that begins at `low` and ends at 1.
final class CosineBar extends Pane {
  private static final double HEIGHT = 12;

  /// @param cosine in [-1, 1]; NaN leaves the track empty
  /// @param low value at the left end, 0 or -1
  CosineBar(double width, double cosine, double low) {
    getStyleClass().add("cosine-track");
    setMinSize(width, HEIGHT);
    setPrefSize(width, HEIGHT);
    setMaxSize(width, HEIGHT);
    double zero = width * (0 - low) / (1 - low);
    double end = Double.isNaN(cosine) ? zero : width * (cosine - low) / (1 - low);
    var bar = new Region();
    bar.getStyleClass().add("cosine-bar");
    bar.resizeRelocate(Math.min(zero, end), 0, Math.abs(end - zero), HEIGHT);
    bar.setManaged(false);
    getChildren().add(bar);
  }
}
